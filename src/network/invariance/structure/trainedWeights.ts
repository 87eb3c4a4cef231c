import * as tf from '@tensorflow/tfjs';

/** A trainable weight with its place in the model. */
export interface TrainedWeight {
  readonly name: string;
  readonly path: string;
  readonly role: string;
  readonly shape: readonly number[];
  readonly size: number;
}

/** The layers directly inside a model or wrapper; empty for a plain layer. */
function innerLayers(layer: tf.layers.Layer): readonly tf.layers.Layer[] {
  if (layer instanceof tf.LayersModel) return layer.layers;
  const { layer: wrapped } = layer as unknown as { layer?: unknown };
  return wrapped instanceof tf.layers.Layer ? [wrapped] : [];
}

/** The path of every layer of a model: names joined by `/`, through nested models and wrappers. */
export function layerPaths(model: tf.LayersModel): ReadonlyMap<tf.layers.Layer, string> {
  const paths = new Map<tf.layers.Layer, string>();
  const visit = (layer: tf.layers.Layer, path: string): void => {
    if (!paths.has(layer)) paths.set(layer, path);
    for (const inner of innerLayers(layer)) visit(inner, `${path}/${inner.name}`);
  };
  for (const layer of model.layers) visit(layer, layer.name);
  return paths;
}

/** What a layer calls its weight: the last part of the weight's name before it was made unique. */
export function roleOf(weight: tf.LayerVariable): string {
  return weight.originalName.slice(weight.originalName.lastIndexOf('/') + 1);
}

/** The trainable weights of a model in its own order; one that a nested model shares with its surroundings comes once. */
export function trainableWeights(model: tf.LayersModel): readonly tf.LayerVariable[] {
  return [...new Set(model.trainableWeights)];
}

/** The trainable weights of a model, each with the innermost layer that owns it. */
export function trainedWeights(model: tf.LayersModel): readonly TrainedWeight[] {
  const owner = new Map<tf.LayerVariable, string>();
  for (const [layer, path] of layerPaths(model)) {
    // Inner layers come after what holds them, so the innermost owner stays.
    for (const weight of layer.trainableWeights) owner.set(weight, path);
  }
  return trainableWeights(model).map((weight) => {
    const shape = weight.shape.map(Number);
    const size = shape.reduce((elements, length) => elements * length, 1);
    return { name: weight.name, path: owner.get(weight) ?? '', role: roleOf(weight), shape, size };
  });
}
