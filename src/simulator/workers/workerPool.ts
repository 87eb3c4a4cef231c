import type { TaskInput, TaskName, TaskOutput } from './tasks.js';

/**
 * Threads that run tasks. A task is a name and plain data, its result plain data: it depends on nothing else, so where it
 * ran cannot be told from the result, and it is done again from the start when its thread dies.
 */
export interface WorkerPool {
  /** How many tasks run at a time. */
  readonly workers: number;
  /**
   * Runs one task; those past `workers` wait for their turn. What is passed is copied.
   * @throws the task's own error, or an Error when its thread died three times over it.
   */
  run<Name extends TaskName>(name: Name, data: TaskInput<Name>): Promise<TaskOutput<Name>>;
  /** Ends the threads, at once; tasks under way are rejected. */
  dispose(): Promise<void>;
}
