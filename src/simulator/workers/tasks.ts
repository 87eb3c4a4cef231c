import { advanceBlock } from '../ensemble/advanceBlock.js';
import { measureCells } from '../study/measurement/measureCells.js';

/** Every task that a worker runs. Each is a pure function of plain data, which must not be changed. */
const tasks = { advanceBlock, measureCells };

/** The names of the tasks. */
export type TaskName = keyof typeof tasks;
/** What a task is given. */
export type TaskInput<Name extends TaskName> = Parameters<(typeof tasks)[Name]>[0];
/** What a task gives. */
export type TaskOutput<Name extends TaskName> = Awaited<ReturnType<(typeof tasks)[Name]>>;

/** Runs a task in this thread. */
export function runTask<Name extends TaskName>(name: Name, data: TaskInput<Name>): Promise<TaskOutput<Name>> {
  const task = tasks[name] as unknown as (data: TaskInput<Name>) => Promise<TaskOutput<Name>>;
  return task(data);
}
