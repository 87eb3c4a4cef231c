import { fork } from 'node:child_process';
import { once } from 'node:events';

/** Points that each viewer has seen. */
export interface ViewersReport {
  readonly normal: number;
  /** Of one that takes nothing half of the time. */
  readonly slow: number;
  /** Of one that is there half of the time. */
  readonly comingAndGoing: number;
}

/** Three viewers of a live page, in a process of their own. */
export interface Viewers {
  /** Lets them see everything up to a step, then counts what they have seen and ends them. */
  report(lastStep: number): Promise<ViewersReport>;
  end(): void;
}

/** @param address of the page */
export function viewers(address: string): Viewers {
  // It is not the user's Ctrl-C that ends them, but the report.
  const child = fork(new URL('./viewersProcess.js', import.meta.url), [address], { detached: true });
  return {
    async report(lastStep) {
      child.send(lastStep);
      const [counts] = (await once(child, 'message')) as [ViewersReport];
      return counts;
    },
    end: () => void child.kill(),
  };
}
