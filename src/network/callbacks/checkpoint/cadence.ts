import { match, P } from 'ts-pattern';
import { requireCount, ThermoError } from '../../../error.js';

/** How often a model is saved. */
export type CheckpointCadence = { readonly epochs: number } | { readonly steps: number };

/** The same as a unit and how many of it. */
export interface Cadence {
  readonly unit: 'epoch' | 'step';
  readonly count: number;
}

/**
 * The cadence that is asked for.
 * @throws ThermoError for anything but a count of epochs or of steps.
 */
export function cadenceOf(every: CheckpointCadence = { epochs: 1 }): Cadence {
  return match<unknown, Cadence>(every)
    .with({ epochs: P.any, steps: P.any }, () => {
      throw new ThermoError('every of checkpoint has epochs and steps: pass one of them');
    })
    .with({ epochs: P.any }, ({ epochs }) => ({
      unit: 'epoch',
      count: requireCount('every.epochs of checkpoint', epochs as number),
    }))
    .with({ steps: P.any }, ({ steps }) => ({
      unit: 'step',
      count: requireCount('every.steps of checkpoint', steps as number),
    }))
    .otherwise(() => {
      throw new ThermoError(
        `every of checkpoint is ${JSON.stringify(every)}: pass { epochs: 1 } or { steps: 500 }`,
      );
    });
}
