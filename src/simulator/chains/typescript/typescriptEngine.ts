import type { ChainsState } from '../chainsState.js';
import type { Gas } from '../chainsOptions.js';
import { column, columns, type ConditionsTable } from '../conditionsTable.js';
import type { Engine } from '../engine.js';
import { forceInSpace } from './forceInSpace.js';
import { forceOnSphere } from './forceOnSphere.js';
import type { Standing } from './force.js';
import { move } from './move.js';

/** The engine in plain TypeScript: the reference of the SIMD kernel, and the only one that runs a user's own functions. */
export function typescriptEngine(gas: Gas, start: ChainsState): Engine {
  const { dimension, chains } = gas;
  const weights = start.weights.slice();
  const generator = start.generator.slice();
  let velocity = start.velocity.slice();
  const force = new Float32Array(dimension);
  const drawForce = (dimension === 3 && gas.noise.kind === 'isotropic' ? forceOnSphere : forceInSpace)(gas, {
    weights,
    generator,
    force,
  });
  const standing: Standing = { squaredRadius: 0, inverseRadius: 0, energy: 0, secondMoment: 0 };
  const shown = { heating: 0, pressure: 0 };
  const noSums = () => ({
    squaredRadius: new Float64Array(chains),
    energy: new Float64Array(chains),
    secondMoment: new Float64Array(chains),
    heating: new Float64Array(chains),
    spherePressure: new Float64Array(chains),
  });
  let sums = noSums();

  const step = (chain: number, numbers: Float32Array, row: number): void => {
    drawForce(chain, numbers[row + column.strength]!, numbers[row + column.deviation]!, standing);
    move(weights, velocity, force, chain * dimension, standing, numbers, row, shown);
    sums.squaredRadius[chain]! += standing.squaredRadius;
    sums.energy[chain]! += standing.energy;
    sums.secondMoment[chain]! += standing.secondMoment;
    sums.heating[chain]! += shown.heating;
    sums.spherePressure[chain]! += shown.pressure;
  };
  const bearVelocity = ({ momentum }: ConditionsTable): void => {
    if (!momentum) velocity = new Float32Array();
    else if (velocity.length === 0) velocity = new Float32Array(weights.length);
  };

  return {
    moveTogether(table) {
      bearVelocity(table);
      for (let chain = 0; chain < chains; chain += 1) {
        for (let row = 0; row < table.rows; row += 1) step(chain, table.numbers, columns * row);
      }
    },
    moveApart(table, steps) {
      bearVelocity(table);
      for (let chain = 0; chain < chains; chain += 1) {
        for (let taken = 0; taken < steps; taken += 1) step(chain, table.numbers, columns * chain);
      }
    },
    takeSums() {
      const taken = sums;
      sums = noSums();
      return taken;
    },
    weights: () => weights.slice(),
    save: () => ({ weights: weights.slice(), velocity: velocity.slice(), generator: generator.slice() }),
  };
}
