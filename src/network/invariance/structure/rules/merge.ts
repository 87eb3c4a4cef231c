import type * as tf from '@tensorflow/tfjs';
import { addDegrees, degreeZero } from '../degree.js';
import type { LayerRule, LayerUse } from '../layerRule.js';
import {
  fixedScaling,
  isUniform,
  merged,
  moveTo,
  multiplied,
  onAxis,
  type Part,
  type Scaling,
  settled,
} from '../scaling.js';
import { demandTogether, noteRemoval } from '../scaleSystem.js';

/** Operands of lower rank get axes of length one after the batch, as the merge layers do. */
const raised = (use: LayerUse, inputs: readonly Scaling[]): Scaling[] => {
  const rank = use.outputShape.length;
  return inputs.map((value, index) => {
    const missing = rank - (use.inputShapes[index] as tf.Shape).length;
    return value.axis === 0 ? value : moveTo(value, value.axis + missing);
  });
};

const sameParts = (first: Scaling, second: Scaling): boolean =>
  first.axis === second.axis &&
  first.parts.length === second.parts.length &&
  first.parts.every((part, index) => part.size === second.parts[index]?.size);

const isWhole = (value: Scaling): boolean => value.parts.length === 1;

/** Pairs the parts of two operands and joins each pair; operands whose parts do not match are tied to one part each. */
const joined = (
  use: LayerUse,
  first: Scaling,
  second: Scaling,
  join: (a: Part, b: Part) => Part,
): Scaling => {
  const pair = (axis: number, a: Scaling, b: Scaling): Scaling => {
    const [head, ...tail] = (a.parts.length >= b.parts.length ? a : b).parts.map((_, index) =>
      join(a.parts[isWhole(a) ? 0 : index] as Part, b.parts[isWhole(b) ? 0 : index] as Part),
    ) as [Part, ...Part[]];
    return { axis, parts: [head, ...tail] };
  };
  if (sameParts(first, second)) return pair(first.axis, first, second);
  if (isUniform(first) || (isWhole(first) && first.axis === second.axis))
    return pair(second.axis, first, second);
  if (isUniform(second) || (isWhole(second) && first.axis === second.axis))
    return pair(first.axis, first, second);
  const whole = (value: Scaling): Scaling =>
    settled(use.system, merged(use.system, value, use.label), use.label);
  return pair(0, whole(first), whole(second));
};

const together =
  (use: LayerUse) =>
  (a: Part, b: Part): Part => {
    demandTogether(use.system, a.degree, b.degree, `${use.label} needs its inputs to scale together`);
    return { degree: a.degree, offsets: [...a.offsets, ...b.offsets], size: a.size ?? b.size };
  };

/** Add, Average: the summands scale together; their constants add up to one. */
export const sum: LayerRule = (use, inputs) =>
  raised(use, inputs).reduce((total, next) => joined(use, total, next, together(use)));

/** Maximum, Minimum: homogeneous when the operands scale together, constants included. */
export const extremum: LayerRule = (use, inputs) =>
  raised(use, inputs)
    .map((value) => settled(use.system, value, use.label))
    .reduce((total, next) => joined(use, total, next, together(use)));

/** Multiply: degrees add, so that each factor's scale is free of the other's. */
export const multiply: LayerRule = (use, inputs) =>
  raised(use, inputs)
    .map((value) => settled(use.system, value, use.label))
    .reduce((total, next) =>
      joined(use, total, next, (a, b) => ({
        degree: addDegrees(a.degree, b.degree),
        offsets: [],
        size: a.size ?? b.size,
      })),
    );

/** Dot: degrees add; with `normalize` both operands lose their scale, as in a cosine. */
export const dot: LayerRule = (use, inputs) => {
  const whole = inputs.map((value) => settled(use.system, merged(use.system, value, use.label), use.label));
  const degrees = whole.map((value) => value.parts[0].degree);
  if (use.config['normalize'] === true) {
    for (const degree of degrees) {
      for (const variable of degree.keys()) noteRemoval(use.system.scaleRemovedBy, variable, use.path);
    }
    use.system.epsilons.set(use.path, 0);
    return fixedScaling;
  }
  return multiplied(whole[0] as Scaling, degrees[1] ?? degreeZero);
};

/** Concatenate: the operands become parts of the axis they are laid along. */
export const concatenate: LayerRule = (use, inputs) => {
  const rank = use.outputShape.length;
  const configured = Number(use.config['axis'] ?? -1);
  const axis = configured < 0 ? configured + rank : configured;
  const sizes = use.inputShapes.map((shape) => shape[axis] ?? null);
  const parts = inputs.flatMap((value, index) =>
    onAxis(use.system, value, axis, use.label).parts.map((part) => ({
      ...part,
      size: part.size ?? sizes[index] ?? null,
    })),
  ) as [Part, ...Part[]];
  const whole = { axis, parts };
  return sizes.includes(null) ? settled(use.system, merged(use.system, whole, use.label), use.label) : whole;
};
