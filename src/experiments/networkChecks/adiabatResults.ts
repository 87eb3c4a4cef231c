import { estimateOf, type Estimate } from '../../physics/index.js';
import { lawResult, type LawResult } from '../laws/lawResult.js';
import { volumeRatio, type EntropyBalance } from './entropyBalance.js';
import { entropyChange, type EntropyChange } from './entropyChange.js';

/** dS / (d - 1) of an ideal gas along the isotherm. */
const ideal = Math.log(volumeRatio) / 2;
/** How far a change may be from its theory: a third of what the isotherm makes. */
const tolerance = ideal / 3;

/** What balances of entropy say, averaged over them; standard errors are those of the scatter from seed to seed. */
export function adiabatResults(balances: readonly EntropyBalance[]): readonly LawResult[] {
  if (balances.length === 0) return [];
  const { isotherm, adiabat } = entropyChanges(balances);
  const mean = (changes: readonly EntropyChange[], of: (change: EntropyChange) => number): Estimate =>
    estimateOf(changes.map(of));
  const [along, across] = [adiabat, isotherm].map((changes) => mean(changes, ({ measured }) => measured));
  const residual = mean(adiabat, ({ measured, expectedOfTotal }) => measured - expectedOfTotal);
  return [
    lawResult({ name: 'isotherm: change of S / (d - 1)', ...across!, theory: ideal, tolerance }),
    lawResult({ name: 'adiabat: change of S / (d - 1)', ...along!, theory: 0, tolerance }),
    // Which is the smaller sets no number, only a side.
    lawResult({
      name: "adiabat: excess of its change over the isotherm's",
      value: Math.max(0, Math.abs(along!.value) - Math.abs(across!.value)),
      standardError: Math.hypot(along!.standardError, across!.standardError),
      theory: 0,
      tolerance: 0,
    }),
    lawResult({
      name: 'adiabat: change of S / (d - 1) less that of a cold gas by T_tot',
      ...residual,
      theory: 0,
      tolerance,
    }),
  ];
}

/** The changes of entropy along both processes, a seed each. */
export function entropyChanges(balances: readonly EntropyBalance[]): {
  readonly isotherm: readonly EntropyChange[];
  readonly adiabat: readonly EntropyChange[];
} {
  return {
    isotherm: balances.map(({ states: [start, isotherm] }) => entropyChange(start, isotherm)),
    adiabat: balances.map(({ states: [, isotherm, adiabat] }) => entropyChange(isotherm, adiabat)),
  };
}
