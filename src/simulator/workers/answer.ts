import { ThermoError } from '../../error.js';
import { runTask, type TaskInput, type TaskName } from './tasks.js';
import type { Reply, Request } from './thread.js';
import { transferablesOf } from './transferablesOf.js';

/** Runs the task of a request: the whole of what a thread does, whatever the platform. */
export async function answer({ name, data }: Request): Promise<{
  readonly reply: Reply;
  /** Buffers of the result that are moved rather than copied. */
  readonly transfer: ArrayBuffer[];
}> {
  try {
    const result = await runTask(name, data as TaskInput<TaskName>);
    return { reply: { kind: 'done', result }, transfer: transferablesOf(result) };
  } catch (error) {
    const reply: Reply =
      error instanceof ThermoError ? { kind: 'refused', message: error.message } : { kind: 'failed', error };
    return { reply, transfer: [] };
  }
}
