import * as tf from '@tensorflow/tfjs';
import { requireCount, requirePositive, ThermoError } from '../../../error.js';
import { structuralInvariance } from '../structuralInvariance.js';
import { trainableWeights } from '../structure/trainedWeights.js';
import { withCommonRandomNumbers } from './commonRandomNumbers.js';
import { type Batch, compiledLoss } from './compiledLoss.js';
import { largestCosine, largestGradientShare } from './cosines.js';
import { moveOffZero } from './genericPoint.js';
import { gradientMoments } from './gradientMoments.js';
import type { GroupMeasurement, InvarianceMeasurement } from './invarianceMeasurement.js';
import { lossChanges } from './lossChanges.js';
import { isPartOfW, judgeGroup, judgeVariable } from './measuredVerdict.js';
import { withVariablesRestored } from './variablesRestored.js';

/** A loss as a function of variables. */
export interface LossSubject {
  /** The loss on batch 0, 1, ...: the same for the same batch and weights, with the layers in training mode. */
  readonly loss: (batch: number) => tf.Scalar;
  readonly variables: readonly tf.Variable[];
  /** Joint groups to ask about, as indices into `variables`. */
  readonly groups?: readonly (readonly number[])[];
}

/** How a numerical test is made. */
export interface NumericalInvarianceOptions {
  /** For a model: the batches to test it on. */
  readonly batches?: readonly Batch[];
  /** For a loss: the number of batches; default 3. */
  readonly batchCount?: number;
  /** Factors c of the functional test; default .5 and 2. */
  readonly factors?: readonly number[];
  /** Seed of dropout's and noise layers' draws, and of the weights put in place of zeros; default 1. */
  readonly seed?: number;
}

/**
 * Which variables are scale-invariant by trial: |cos(g, w)| < 1e-4 on every batch, and |L(c w) - L(w)| < 1e-3 |L(w)| for
 * c = .5 and 2 on the first, each variable alone and each joint group as one. Both must pass: a cosine may be small by
 * chance, and a loss may be flat in a small variable.
 *
 * A variable that is zero everywhere would pass any scaling, so it is tested at small random values instead. Dropout draws
 * the same masks in every evaluation. All variables have their values back bit for bit when the promise settles,
 * moving averages included, and no tensor is left. Do not train at the same time.
 *
 * The cosine is that of the gradient the backend computes: tfjs 4.22's plain cpu backend computes wrong ones for nearest
 * upsampling of batches of two or more and for average pooling with padding `same`, and weights before those fail here.
 *
 * @param subject a compiled model, whose own loss is used on `batches` and whose joint groups are those that
 *   `structuralInvariance` finds; or a loss closure with its variables.
 * @throws ThermoError for a model that is not compiled or without batches, no variables, options out of range, or a loss
 *   that is not finite.
 */
export async function numericalInvariance(
  subject: tf.LayersModel | LossSubject,
  options: NumericalInvarianceOptions = {},
): Promise<InvarianceMeasurement> {
  const { loss, variables, groups = [], batchCount } = testedLoss(subject, options);
  const { factors = [0.5, 2], seed = 1 } = options;
  requireCount('batchCount', batchCount);
  factors.forEach((factor) => requirePositive('factors', factor));
  if (variables.length === 0) {
    throw new ThermoError('variables is empty: pass the variables that the loss depends on');
  }

  return withVariablesRestored(async () => {
    await moveOffZero(variables, seed);
    const drawn = (batch: number): tf.Scalar => withCommonRandomNumbers(seed + batch, () => loss(batch));
    const moments = await gradientMoments(drawn, variables, batchCount);
    const measureGroups = async (sets: readonly (readonly number[])[]): Promise<GroupMeasurement[]> => {
      const changes = await lossChanges(() => drawn(0), variables, sets, factors);
      return sets.map((members, set) =>
        judgeGroup(members, largestCosine(moments, members), changes[set] as number),
      );
    };
    const alone = await measureGroups(variables.map((_, index) => [index]));
    const joint = await measureGroups(groups);
    const judged = variables.map((variable, index) =>
      judgeVariable(
        variable,
        alone[index] as GroupMeasurement,
        largestGradientShare(moments, index),
        joint.find(({ invariant, members }) => invariant && members.includes(index)),
      ),
    );
    const members = judged.flatMap((variable, index) => (isPartOfW(variable) ? [index] : []));
    const [whole = null] = await measureGroups(members.length > 0 ? [members] : []);
    return { variables: judged, groups: joint, whole };
  });
}

type TestedLoss = LossSubject & { readonly batchCount: number };

function testedLoss(subject: tf.LayersModel | LossSubject, options: NumericalInvarianceOptions): TestedLoss {
  if (!(subject instanceof tf.LayersModel)) return { ...subject, batchCount: options.batchCount ?? 3 };
  const { batches = [] } = options;
  if (batches.length === 0) {
    throw new ThermoError('batches is empty: pass at least one { x, y } to test the model on');
  }
  return {
    loss: compiledLoss(subject, batches),
    variables: trainableWeights(subject).map((weight) => weight.read() as tf.Variable),
    groups: structuralInvariance(subject).groups.filter(({ length }) => length > 1),
    batchCount: batches.length,
  };
}
