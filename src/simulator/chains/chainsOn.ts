import { requireCount, ThermoError } from '../../error.js';
import type { Chains } from './chains.js';
import type { Gas } from './chainsOptions.js';
import { column, columns, conditionsTable } from './conditionsTable.js';
import type { Engine } from './engine.js';

/** Chains as their contract has them, moved by an engine, which is let go of when they are disposed of. */
export function chainsOn(mover: Engine, { dimension, chains, energy: { offset } }: Gas): Chains {
  let steps = 0;
  // Added step by step, or as products of a single precision number that are exact: no matter how a run is split.
  let commonDecay = 0;
  let ownDecay = new Float64Array(chains);
  let held: Engine | null = mover;
  const engine = (): Engine => held ?? disposed();

  return {
    dimension,
    chains,
    runTogether(conditions) {
      if (conditions.length === 0) return;
      const table = conditionsTable(conditions, 'step');
      engine().moveTogether(table);
      steps += table.rows;
      for (let row = 0; row < table.rows; row += 1) {
        commonDecay += table.numbers[columns * row + column.decay]!;
      }
    },
    runApart(conditions, count) {
      requireCount('steps', count, 0);
      if (conditions.length !== chains) {
        throw new ThermoError(`conditions are ${conditions.length}: pass ${chains}, one for each chain`);
      }
      const table = conditionsTable(conditions, 'chain');
      if (count === 0) return;
      engine().moveApart(table, count);
      steps += count;
      for (let chain = 0; chain < chains; chain += 1) {
        ownDecay[chain]! += count * table.numbers[columns * chain + column.decay]!;
      }
    },
    takeSums() {
      const { squaredRadius, energy, secondMoment, heating, spherePressure } = engine().takeSums();
      const sums = {
        steps,
        squaredRadius,
        energy: energy.map((sum) => sum + steps * offset),
        secondMoment,
        heating,
        pressure: spherePressure.map((sum, chain) => sum + commonDecay + ownDecay[chain]!),
      };
      steps = 0;
      commonDecay = 0;
      ownDecay = new Float64Array(chains);
      return sums;
    },
    weights() {
      return engine().weights();
    },
    save() {
      const { weights, velocity, generator } = engine().save();
      const moves = velocity.some((speed) => speed !== 0);
      return { weights, velocity: moves ? velocity : new Float32Array(), generator };
    },
    dispose() {
      held = null;
    },
  };
}

function disposed(): never {
  throw new ThermoError('these chains were disposed of: make new ones');
}
