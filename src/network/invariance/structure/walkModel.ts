import * as tf from '@tensorflow/tfjs';
import { degreeOf, degreeZero } from './degree.js';
import type { InnerShapes, LayerUse, RuleWeight } from './layerRule.js';
import { ruleFor } from './rules/index.js';
import { demandFixed, emptyScaleSystem, type ScaleSystem } from './scaleSystem.js';
import { fixed, fixedScaling, type Scaling } from './scaling.js';
import { layerPaths, roleOf, trainableWeights } from './trainedWeights.js';

type Use = InnerShapes & { readonly layer: tf.layers.Layer; readonly inputs: readonly Scaling[] };

/** Follows every tensor of a model from its inputs to its outputs, and gathers what that demands of the weights' scales. */
export function walkModel(model: tf.LayersModel): ScaleSystem {
  const system = emptyScaleSystem();
  const indices = new Map(trainableWeights(model).map((weight, index) => [weight, index]));
  const paths = layerPaths(model);
  const seen = new Set<tf.layers.Layer>();

  const ruleWeight = (weight: tf.LayerVariable): RuleWeight => {
    const variable = indices.get(weight) ?? null;
    return { variable, degree: variable === null ? degreeZero : degreeOf(variable) };
  };
  const labelOf = (layer: tf.layers.Layer): string =>
    `"${paths.get(layer) ?? layer.name}" (${layer.getClassName()})`;

  const applyLayer = ({ layer, inputs, inputShapes, outputShape }: Use): Scaling => {
    if (layer instanceof tf.LayersModel) return applyModel(layer, inputs)[0] ?? fixedScaling;
    const config = layer.getConfig();
    const label = labelOf(layer);
    const use: LayerUse = {
      layer,
      path: paths.get(layer) ?? layer.name,
      label,
      config,
      inputShapes,
      outputShape,
      system,
      weights: layer.weights.map(ruleWeight),
      weight: (role) => {
        const weight = layer.weights.find((candidate) => roleOf(candidate) === role);
        return weight ? ruleWeight(weight) : null;
      },
      inner: (inner, innerInputs, shapes) => applyLayer({ layer: inner, inputs: innerInputs, ...shapes }),
    };
    if (!seen.has(layer)) demandUnregularized(use);
    seen.add(layer);
    const [first = fixedScaling, ...rest] = inputs;
    return ruleFor(layer.getClassName())(use, [first, ...rest]);
  };

  const applyModel = (inside: tf.LayersModel, inputs: readonly Scaling[]): Scaling[] => {
    const known = new Map<tf.SymbolicTensor, Scaling>(
      inside.inputs.map((tensor, index) => [tensor, inputs[index] ?? fixedScaling]),
    );
    const scalingOf = (tensor: tf.SymbolicTensor): Scaling => {
      if (!known.has(tensor)) for (const [output, scaling] of applyNode(tensor)) known.set(output, scaling);
      return known.get(tensor) ?? fixedScaling;
    };
    const applyNode = (tensor: tf.SymbolicTensor): [tf.SymbolicTensor, Scaling][] => {
      const layer = tensor.sourceLayer;
      const node = layer.inboundNodes[tensor.nodeIndex] as (typeof layer.inboundNodes)[number];
      const scalings = node.inputTensors.map(scalingOf);
      if (layer instanceof tf.LayersModel) {
        const outputs = applyModel(layer, scalings);
        return node.outputTensors.map((output, index) => [output, outputs[index] ?? fixedScaling]);
      }
      const scaling = applyLayer({
        layer,
        inputs: scalings,
        inputShapes: node.inputTensors.map((input) => input.shape),
        outputShape: tensor.shape,
      });
      return node.outputTensors.map((output) => [output, scaling]);
    };
    return inside.outputs.map(scalingOf);
  };

  applyModel(model, []).forEach((scaling, index) => {
    const source = (model.outputs[index] as tf.SymbolicTensor).sourceLayer;
    fixed(system, scaling, `${labelOf(source)} gives the model's output with no normalization in between`);
  });
  return system;
}

/** A regularizer's penalty depends on the scale of its weight, whatever the layers after it remove. */
function demandUnregularized({ layer, label, config, system, weight }: LayerUse): void {
  for (const role of new Set(layer.weights.map(roleOf))) {
    if (config[`${role.replace(/_kernel$/, '')}Regularizer`]) {
      const degree = weight(role)?.degree ?? degreeZero;
      demandFixed(
        system,
        degree,
        `${label} has a regularizer on its ${role}, so that the loss depends on its scale`,
      );
    }
  }
}
