import * as tf from '@tensorflow/tfjs';
import { ThermoError } from '../../error.js';

/** An optimizer's class and settings; as one text under the key `name`, the only one that tfjs leaves alone in saving and loading. */
export interface SavedOwn {
  readonly name: string;
}

/**
 * The class and settings of an optimizer, to be saved.
 * @throws ThermoError for a class that tfjs could not find again.
 */
export function savedOwn(optimizer: tf.Optimizer): SavedOwn {
  const className = optimizer.getClassName();
  registered(className);
  return { name: JSON.stringify({ className, config: optimizer.getConfig() }) };
}

/** The optimizer that `savedOwn` saved, without its state. */
export function restoredOwn({ name }: SavedOwn): tf.Optimizer {
  const { className, config } = JSON.parse(name) as {
    className: string;
    config: tf.serialization.ConfigDict;
  };
  const [constructor, fromConfig] = registered(className);
  return fromConfig(constructor, config) as tf.Optimizer;
}

type Registered = typeof tf.serialization.SerializationMap.prototype.classNameMap;

function registered(className: string): Registered[string] {
  const { classNameMap } = tf.serialization.SerializationMap.getMap();
  const found = Object.hasOwn(classNameMap, className) ? classNameMap[className] : undefined;
  if (found === undefined) {
    throw new ThermoError(
      `optimizer ${className} is not registered, so that it could not be loaded: call tf.serialization.registerClass(${className}) first`,
    );
  }
  return found;
}
