import type * as tf from '@tensorflow/tfjs';
import { isProbed, trainedModel, type TrainableModel, type TrainFunction } from './trainFunction.js';

/** Called with each batch before a model trains on it. */
export type TrainingListener = (data: (tf.Tensor | null)[], train: TrainFunction) => void;

/** All who listen to the training of one model. */
interface Interception {
  readonly listeners: Set<TrainingListener>;
  /** Puts the model's own methods back. */
  restore(): void;
}

/** One interception a model, however many listen: wrapped in turn, one probe would set off the others. */
const interceptions = new WeakMap<tf.LayersModel, Interception>();

/**
 * Has `listener` called with each batch before the model trains on it; not while the model is probed.
 * @returns a function that takes it off again; with the last one the model has its own methods back.
 */
export function interceptTraining(model: tf.LayersModel, listener: TrainingListener): () => void {
  const interception = interceptions.get(model) ?? interceptionOf(model);
  interceptions.set(model, interception);
  interception.listeners.add(listener);
  return () => {
    if (!interception.listeners.delete(listener) || interception.listeners.size > 0) return;
    interceptions.delete(model);
    interception.restore();
  };
}

function interceptionOf(model: tf.LayersModel): Interception {
  const listeners = new Set<TrainingListener>();
  const { build } = model;
  let restoreTraining = listenTo(trainedModel(model), listeners);
  // A Sequential puts a new model inside itself each time it is compiled.
  const restoreBuild = replaceMethod(model, 'build', (shape) => {
    restoreTraining();
    build.call(model, shape);
    // Another may have wrapped this wrapper, which then outlives its listeners.
    if (listeners.size > 0) restoreTraining = listenTo(trainedModel(model), listeners);
  });
  return {
    listeners,
    restore() {
      restoreTraining();
      restoreBuild();
    },
  };
}

function listenTo(target: TrainableModel, listeners: ReadonlySet<TrainingListener>): () => void {
  const make = target.makeTrainFunction;
  return replaceMethod(target, 'makeTrainFunction', function intercepted(this: TrainableModel) {
    const train = make.call(this);
    return (data) => {
      if (!isProbed(this)) for (const listener of listeners) listener(data, train);
      return train(data);
    };
  });
}

/** Replaces a method; the function returned puts the last one back, unless another has replaced it since. */
function replaceMethod<T extends object, Name extends keyof T>(
  target: T,
  name: Name,
  replacement: T[Name],
): () => void {
  const own = Object.getOwnPropertyDescriptor(target, name);
  target[name] = replacement;
  return () => {
    if (target[name] !== replacement) return;
    if (own === undefined) Reflect.deleteProperty(target, name);
    else Object.defineProperty(target, name, own);
  };
}
