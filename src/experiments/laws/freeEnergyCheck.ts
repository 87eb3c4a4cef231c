import {
  bennettFreeEnergy,
  crooksCrossing,
  estimateOf,
  jarzynskiFreeEnergy,
  vonMisesFisherFreeEnergy,
  type Estimate,
} from '../../physics/index.js';
import { switchingWorks } from '../../simulator/nonequilibrium/index.js';
import type { LawCheck, LawCheckOptions } from './lawCheck.js';
import { lawResult, type LawResult } from './lawResult.js';

/** A switching of H = -h cos theta on the unit sphere in three dimensions. */
interface Switching {
  readonly name: string;
  readonly temperature: number;
  /** h and the angle of the axis at a fraction of the switching. */
  readonly at: (fraction: number) => { readonly strength: number; readonly angle: number };
  /** How far a free energy may be from theory. */
  readonly tolerance: number;
}

const switchings: readonly Switching[] = [
  {
    name: 'h 1 to 2 at T = 1',
    temperature: 1,
    at: (fraction) => ({ strength: 1 + fraction, angle: 0 }),
    tolerance: 0.01 * 0.43378083,
  },
  {
    name: 'h 1 to 4 at T = 0.5',
    temperature: 0.5,
    at: (fraction) => ({ strength: 1 + 3 * fraction, angle: 0 }),
    tolerance: 0.01 * 2.31609549,
  },
  {
    name: 'axis turned by 90 degrees at h = T = 1',
    temperature: 1,
    at: (fraction) => ({ strength: 1, angle: (fraction * Math.PI) / 2 }),
    tolerance: 0.01,
  },
];

/**
 * Free energies from work done out of equilibrium, beside the closed form F = -T ln(4 pi sinh(h/T) / (h/T)); and the theorems
 * that they rest on.
 */
export const freeEnergyCheck: LawCheck = async function* (options) {
  for (const [index, switching] of switchings.entries()) {
    const onProgress = (share: number): void => options.onProgress((index + share) / switchings.length);
    yield* await measured(switching, { ...options, onProgress });
  }
};

async function measured(
  { name, temperature, at, tolerance }: Switching,
  options: LawCheckOptions,
): Promise<readonly LawResult[]> {
  const { forward, backward } = await switchingWorks({
    field: (fraction) => {
      const { strength, angle } = at(fraction);
      return [-strength * Math.cos(angle), -strength * Math.sin(angle), 0];
    },
    temperature,
    ...options,
  });
  const freeEnergy = (fraction: number): number =>
    vonMisesFisherFreeEnergy({ dimension: 3, temperature, strength: at(fraction).strength });
  const theory = freeEnergy(1) - freeEnergy(0);
  const row = (estimator: string, estimate: Estimate, expected: number, allowed: number): LawResult =>
    lawResult({ name: `${name}: ${estimator}`, ...estimate, theory: expected, tolerance: allowed });
  const dissipated = estimateOf([...forward]);
  const { crossing, slope } = crooksCrossing(forward, backward, temperature);
  return [
    row('Jarzynski forward', jarzynskiFreeEnergy(forward, temperature), theory, tolerance),
    row('Jarzynski backward', jarzynskiFreeEnergy(backward, temperature), -theory, tolerance),
    row('Bennett', bennettFreeEnergy(forward, backward, temperature), theory, tolerance),
    row('Crooks crossing', crossing, theory, 2 * tolerance),
    row('Crooks slope', slope, 1, 0.05),
    // The second law sets no number, only a side: what is lost must not be negative.
    row('mean work short of dF', { ...dissipated, value: Math.max(0, theory - dissipated.value) }, 0, 0),
  ];
}
