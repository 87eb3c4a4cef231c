import { ThermoError } from '../../error.js';
import type { Reply, Request, StartThread, Thread } from './thread.js';
import type { TaskName, TaskOutput } from './tasks.js';
import type { WorkerPool } from './workerPool.js';

/** Deaths of a thread over one task after which it is the task's fault. */
const mostDeaths = 3;

/** A task that waits or is under way. */
interface Job {
  readonly request: Request;
  readonly settle: (reply: Reply) => void;
  deaths: number;
}

/**
 * A pool of at most `workers` threads, started as they are needed. A task whose thread dies goes to a new one.
 */
export function threadPool(startThread: StartThread, workers: number): WorkerPool {
  const waiting: Job[] = [];
  const idle: Thread[] = [];
  const busy = new Map<Thread, Job>();
  let isDisposed = false;

  const free = (thread: Thread): void => {
    busy.delete(thread);
    idle.push(thread);
    assign();
  };

  const start = (): Thread => {
    const thread = startThread({
      reply: (reply) => {
        const job = busy.get(thread);
        free(thread);
        job?.settle(reply);
      },
      death: (cause) => {
        const job = busy.get(thread);
        busy.delete(thread);
        if (idle.includes(thread)) idle.splice(idle.indexOf(thread), 1);
        if (job === undefined) return;
        job.deaths += 1;
        if (job.deaths < mostDeaths) waiting.unshift(job);
        else job.settle({ kind: 'failed', error: deathError(job, cause) });
        assign();
      },
    });
    return thread;
  };

  const assign = (): void => {
    while (waiting.length > 0) {
      const thread = idle.pop() ?? (busy.size < workers ? start() : undefined);
      if (thread === undefined) return;
      const job = waiting.shift()!;
      busy.set(thread, job);
      thread.post(job.request);
    }
  };

  return {
    workers,
    run: <Name extends TaskName>(name: Name, data: unknown) =>
      new Promise<TaskOutput<Name>>((resolve, reject) => {
        const settle = (reply: Reply): void => {
          if (reply.kind === 'done') resolve(reply.result as TaskOutput<Name>);
          else reject(reply.kind === 'refused' ? new ThermoError(reply.message) : reply.error);
        };
        if (isDisposed) settle(disposedReply);
        else waiting.push({ request: { name, data }, settle, deaths: 0 });
        assign();
      }),
    async dispose() {
      isDisposed = true;
      const threads = [...idle, ...busy.keys()];
      const jobs = [...waiting, ...busy.values()];
      for (const list of [idle, waiting]) list.length = 0;
      busy.clear();
      await Promise.all(threads.map((thread) => thread.end()));
      for (const { settle } of jobs) settle(disposedReply);
    },
  };
}

const disposedReply: Reply = { kind: 'failed', error: new Error('the workers were disposed') };

function deathError({ request, deaths }: Job, cause: unknown): Error {
  const why = cause instanceof Error ? `: ${cause.message}` : '';
  return new Error(`${deaths} workers died over the task ${request.name}${why}`, { cause });
}
