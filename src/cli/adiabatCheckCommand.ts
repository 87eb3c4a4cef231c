import type { Command } from 'commander';
import {
  adiabatCheck,
  adiabatResults,
  entropyChanges,
  type EntropyBalance,
  type EntropyChange,
} from '../experiments/networkChecks/index.js';
import { estimateOf } from '../physics/index.js';
import { networkCheckCommand } from './networkCheckCommand.js';
import { textTable } from './textTable.js';

/** `tfjs-thermo check adiabat`: the entropy of a real network along an isotherm and along an adiabat. */
export function adiabatCheckCommand(): Command {
  return networkCheckCommand<EntropyBalance>({
    name: 'adiabat',
    description:
      'the entropy of a real network before and after an isotherm and an adiabat to twice the volume',
    options: [],
    measure: () => adiabatCheck,
    results: adiabatResults,
    lines: balanceLines,
  });
}

/** The held states, and the changes between them, averaged over the seeds. */
function balanceLines(balances: readonly EntropyBalance[]): string {
  const states = balances.flatMap(({ seed, states: [start, isotherm, adiabat] }) =>
    Object.entries({ start, isotherm, adiabat }).map(([name, state]) => [
      `seed ${seed}, ${name === 'start' ? name : `after the ${name}`}`,
      (1e5 * state.temperature.value).toFixed(3),
      (1e5 * state.temperature.standardError).toFixed(3),
      (1e5 * state.totalTemperature).toFixed(3),
      state.volume.toFixed(2),
      state.entropy.toFixed(3),
    ]),
  );
  const changes = Object.entries(entropyChanges(balances)).map(([name, seeds]) => {
    const mean = (of: keyof EntropyChange): string =>
      estimateOf(seeds.map((change) => change[of])).value.toFixed(3);
    return [name, mean('measured'), mean('expected'), mean('expectedOfTotal'), mean('bySteps')];
  });
  return [
    textTable(['state', 'T x 1e5', 'error', 'T_tot x 1e5', 'V', 'S / (d - 1)'], states),
    '\n',
    textTable(
      ['change of S / (d - 1)', 'measured', 'cold gas by T', 'by T_tot', 'measured, samples spaced by steps'],
      changes,
    ),
    '\n',
  ].join('');
}
