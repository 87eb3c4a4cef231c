import * as tf from '@tensorflow/tfjs';
import { ThermoError } from '../../error.js';
import { AdamW, Lion } from '../adaptive/index.js';

/** The momentum of an optimizer. */
export interface OwnMomentum {
  /** Has the optimizer take a step with the momentum a. */
  stepAt(momentum: number, takeStep: () => void): void;
}

/** What optimizers are known to hold of a momentum. */
interface WithMomentum {
  momentum?: unknown;
  setMomentum?(momentum: number): void;
  m?: tf.Scalar;
  beta1?: unknown;
  accBeta1?: unknown;
}

/**
 * Finds the momentum of an optimizer: the number `momentum`, which rmsprop reads in each step, with what tf.train.momentum holds
 * of it on the device, or `beta1` of adam and adamax.
 *
 * With a b1 that moves, adam's first moment is m_t = b1_t m_(t-1) + (1 - b1_t) g_t, which holds a share 1 - b1_1 b1_2 ... b1_t of
 * gradients; so the bias is corrected by that product of the b1 in force, as torch.optim.NAdam does with its own. (torch.optim.Adam
 * and optax.scale_by_adam take 1 - b1_t^t, which is the same only while b1 stands still.)
 *
 * @throws ThermoError for an optimizer that has no momentum, or takes schedules itself.
 */
export function ownMomentum(optimizer: tf.Optimizer): OwnMomentum {
  const held = optimizer as unknown as WithMomentum;
  if (typeof held.momentum === 'number') return velocityKept(held, isMomentumOfTensorFlow(optimizer));
  if (typeof held.beta1 === 'number' && held.accBeta1 instanceof tf.Variable) {
    return momentKept(held, held.beta1, held.accBeta1, optimizer.iterations);
  }
  throw new ThermoError(refusal(optimizer));
}

/** v <- a v + g. */
function velocityKept(held: WithMomentum, isOnDevice: boolean): OwnMomentum {
  return {
    stepAt(momentum, takeStep) {
      if (momentum !== held.momentum) {
        if (held.setMomentum === undefined) held.momentum = momentum;
        else held.setMomentum(momentum);
        // What tf.train.momentum steps by, and its setMomentum leaves as it was.
        if (isOnDevice) {
          held.m?.dispose();
          held.m = tf.keep(tf.scalar(momentum));
        }
      }
      takeStep();
    },
  };
}

/** Whether an optimizer is tf.train.momentum or made from it; tfjs answers `instanceof` for any optimizer with yes. */
function isMomentumOfTensorFlow(optimizer: tf.Optimizer): boolean {
  return Object.prototype.isPrototypeOf.call(tf.MomentumOptimizer.prototype, optimizer);
}

/**
 * m <- b1 m + (1 - b1) g. tfjs holds the product of all b1 up to the next step, and multiplies it after each step by the last
 * one again; here it is that of the steps taken, since the next one's b1 is not known yet.
 */
function momentKept(
  held: WithMomentum,
  given: number,
  product: tf.Variable,
  iterations: number,
): OwnMomentum {
  tf.tidy(() => product.assign(tf.scalar(given ** iterations)));
  return {
    stepAt(momentum, takeStep) {
      held.beta1 = momentum;
      tf.tidy(() => {
        product.assign(tf.mul<tf.Tensor>(product, momentum));
        const taken = tf.clone<tf.Tensor>(product);
        takeStep();
        product.assign(taken);
      });
    },
  };
}

/** The line for an optimizer that has no momentum to be moved. */
function refusal(optimizer: tf.Optimizer): string {
  const name = optimizer.getClassName();
  if (optimizer.constructor === AdamW || optimizer.constructor === Lion) {
    return `momentum is given for ${name}, which takes schedules itself: pass one as its own beta1`;
  }
  return `optimizer ${name} has no momentum: leave momentum out, thermalize tf.train.momentum, rmsprop, adam or adamax, or give your own a number of that name that its applyGradients reads`;
}
