import * as tf from '@tensorflow/tfjs';
import { ThermoError } from '../../error.js';
import { gradientOrthogonality, verdictFromCosines } from '../invariance/index.js';

/** Steps whose gradients are looked at. */
const steps = 5;
/** Steps after which a loop that never lets the reading arrive is told so. */
const patience = 100;

/**
 * Finds the scale-invariant weights from the gradients of the first steps, where no model and no names are at hand.
 *
 * The cosines stay on the device and are read without waiting; until they have arrived all weights count as others.
 */
export interface InvarianceSearch {
  /** Looks at one step's weights and gradients (undefined where a variable has none), before the step. */
  watch(variables: readonly tf.Variable[], gradients: readonly (tf.Tensor | undefined)[]): void;
  /** Positions of the scale-invariant variables; null while they are not known. @throws ThermoError when there are none. */
  found(): readonly number[] | null;
  dispose(): void;
}

/** A search that has seen nothing yet. */
export function invarianceSearch(): InvarianceSearch {
  const seen: tf.Tensor1D[] = [];
  let watched = 0;
  let reading = false;
  let outcome: readonly number[] | Error | null = null;

  async function decide(shapes: readonly (readonly number[])[]): Promise<void> {
    reading = true;
    const cosines = await Promise.all(seen.map(async (tensor) => Array.from(await tensor.data())));
    tf.dispose(seen.splice(0));
    const positions = verdictFromCosines(cosines, shapes).flatMap((verdict, position) =>
      verdict === 'invariant' ? [position] : [],
    );
    outcome =
      positions.length > 0
        ? positions
        : new ThermoError(
            'no weight is scale-invariant by its gradients: put a normalization after the layers, lower its epsilon where it has one (1e-3 hides the invariance, 1e-5 does not), or name the weights with `invariant`',
          );
  }

  return {
    watch(variables, gradients) {
      watched += 1;
      if (watched <= steps) {
        const known = variables.map((variable, i) => gradients[i] ?? tf.zerosLike(variable));
        seen.push(tf.keep(gradientOrthogonality(variables, known)));
      } else if (!reading) {
        decide(variables.map(({ shape }) => shape)).catch((error: Error) => {
          outcome = error;
        });
      } else if (watched > patience && outcome === null) {
        throw new ThermoError(
          `the scale-invariant weights are not known after ${patience} steps, since the loop never yields: await tf.nextFrame() in it, or name them with \`invariant\``,
        );
      }
    },
    found() {
      if (outcome instanceof Error) throw outcome;
      return outcome;
    },
    dispose() {
      tf.dispose(seen.splice(0));
    },
  };
}
