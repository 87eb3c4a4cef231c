import * as tf from '@tensorflow/tfjs';
import { ThermoError } from '../../../error.js';

/** Where models are kept, each under a name. */
export interface CheckpointPlace {
  /** What tfjs saves the model of a name with, or loads it. */
  handler(name: string): string | tf.io.IOHandler;
  /** Removes the model of a name; nothing is done where there is none. Null where what is saved cannot be removed. */
  readonly remove: ((name: string) => Promise<void>) | null;
}

/** The schemes whose models tfjs can remove. */
const removable = /^(indexeddb|localstorage):\/\//;

/**
 * The place that `save` means: a place itself, or a URL of tfjs to which names are added.
 * @throws ThermoError for anything else.
 */
export function checkpointPlace(save: string | CheckpointPlace): CheckpointPlace {
  const given: unknown = save;
  if (typeof save === 'object' && typeof (given as Partial<CheckpointPlace> | null)?.handler === 'function') {
    return save;
  }
  if (typeof save !== 'string' || !/^[a-z]+:\/\//.test(save)) {
    throw new ThermoError(
      `save of checkpoint is ${JSON.stringify(given)}: pass a URL of tfjs such as 'indexeddb://my-net', or modelFolders('runs/my-net') from tfjs-thermo/experiments`,
    );
  }
  const urlOf = (name: string): string => `${save}${save.endsWith('/') ? '' : '/'}${name}`;
  return {
    handler: urlOf,
    remove: removable.test(save)
      ? async (name) => {
          const url = urlOf(name);
          if (url in (await tf.io.listModels())) await tf.io.removeModel(url);
        }
      : null,
  };
}
