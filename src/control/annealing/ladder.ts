import { requireCount, requireKnownNames } from '../../error.js';
import type { Process, Target } from '../../physics/index.js';
import {
  along,
  equilibrate,
  type AlongOptions,
  type EquilibrateOptions,
  type Stage,
} from '../stages/index.js';

/** How a process is gone along rung by rung. */
export interface LadderOptions
  extends Omit<AlongOptions, 'steps' | 'name'>, Omit<EquilibrateOptions, 'name'> {
  /** Rungs, each an equal part of the way in the logarithm; at least 1. */
  readonly rungs: number;
  /** Steps from rung to rung; default 1, a jump. */
  readonly steps?: number;
}

/**
 * A process whose pace equilibrium sets: after each rung the gas is held until |Z_tot - 1| is under the tolerance, and only
 * then goes on. With ever more rungs the entropy produced falls as L^2 / (2 K), L the thermodynamic length of the way
 * (Nulton, Salamon et al. 1985).
 */
export function ladder(process: Process, options: LadderOptions): readonly Stage[] {
  const { rungs, steps = 1, pacing, drive, tolerance, observations, atLeast, atMost } = options;
  requireKnownNames('ladder', options, [
    'rungs',
    'steps',
    'pacing',
    'drive',
    'tolerance',
    'observations',
    'atLeast',
    'atMost',
  ]);
  requireCount('rungs of ladder', rungs);
  const rung = partOf(process, 1 / rungs);
  const held = given({ tolerance, observations, atLeast, atMost });
  return Array.from({ length: rungs }, (_, i) => {
    const name = `${process.kind} ${i + 1}/${rungs}`;
    return [
      along(rung, { steps, name, ...given({ pacing, drive }) }),
      equilibrate({ ...held, name: `${name}, settling` }),
    ];
  }).flat();
}

/** The first part of a process: its target's ratio to the power of the share. */
function partOf(process: Process, share: number): Process {
  const powers = (['temperatureRatio', 'volumeRatio', 'pressureRatio'] as const).flatMap((name) => {
    const ratio = (process as Target)[name];
    return ratio === undefined ? [] : [[name, ratio ** share] as const];
  });
  return { ...process, ...Object.fromEntries(powers) } as Process;
}

/** The options that are given, as exact optional properties ask for. */
function given<T extends object>(options: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
