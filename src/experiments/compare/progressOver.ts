import type { Recorder } from '../../control/index.js';

/** The progress of many runs as one: steps are counted on from run to run. */
export interface ProgressOver {
  /** Records the points of a run that begins now, under a name. */
  during(name: string): Recorder;
  /** Counts the steps of a run that is over, whether it was made now or before. */
  pass(steps: number): void;
}

/** Shows several runs on one recorder. */
export function progressOver(recorder: Recorder): ProgressOver {
  let passed = 0;
  return {
    during: (name) => ({
      record: (point) => recorder.record({ ...point, step: passed + point.step, phase: name }),
      close: () => undefined,
    }),
    pass: (steps) => {
      passed += steps;
    },
  };
}
