import { ThermoError } from '../../error.js';
import { type Direction, directionOf } from './direction.js';
import type { Process } from './process.js';
import { aimOf } from './target.js';

const variables = ['temperature', 'pressure', 'volume'] as const;

/**
 * How far a process moves (ln T, ln p, ln V) and S / R from its start to its end.
 *
 * A target of ratio 1 stays where it is, whatever is held.
 *
 * @throws ThermoError when the process cannot reach its target, or its end is beyond what a number can hold.
 */
export function displacementOf(process: Process): Direction {
  const direction = directionOf(process);
  const { variable, name, ratio } = aimOf(process);
  const logarithm = Math.log(ratio);
  if (direction[variable] === 0 && ratio !== 1) {
    const movable = variables.filter((other) => direction[other] !== 0).map((other) => `${other}Ratio`);
    throw new ThermoError(
      `${name} is ${ratio} in ${nameOf(process)}, which holds the ${variable}: ` +
        `pass ${movable.join(' or ')}, or take a process that moves the ${variable}`,
    );
  }
  const scale = logarithm === 0 ? 0 : logarithm / direction[variable];
  const displacement = {
    temperature: scale * direction.temperature,
    pressure: scale * direction.pressure,
    volume: scale * direction.volume,
    entropy: scale * direction.entropy,
  };
  for (const other of variables) {
    const reached = Math.exp(displacement[other]);
    if (reached === 0 || reached === Infinity) {
      throw new ThermoError(
        `${name} is ${ratio} in ${nameOf(process)}, which takes the ${other} beyond what a number can hold: ` +
          `pass a ratio nearer 1, or take a process that moves the ${variable} more`,
      );
    }
  }
  return displacement;
}

function nameOf(process: Process): string {
  return process.kind === 'polytropic'
    ? `a polytropic process of index ${process.polytropicIndex}`
    : `an ${process.kind} process`;
}
