import * as tf from '@tensorflow/tfjs';
import { adiabatic } from '../../physics/index.js';
import { along, equilibrate } from '../../control/index.js';
import { ThermoSGD, type ThermoSGDOptions } from '../../network/index.js';
import type { Dataset } from '../data/index.js';
import { networkNamed } from '../networks/index.js';
import type { TrainSettings } from './trainSettingsSchema.js';

/** What trains: a compiled model and its optimizer. */
export interface Trainer {
  readonly model: tf.LayersModel;
  readonly optimizer: ThermoSGD;
}

/** Builds the network of a run and compiles it with the optimizer that leads it through its process. */
export function trainer(settings: TrainSettings, dataset: Dataset): Trainer {
  const network = networkNamed(settings.network);
  const model = network.build({ images: dataset.images, classes: dataset.classes, seed: settings.seed });
  const optimizer = new ThermoSGD(optimizerOptions(settings, model, network.others));
  return compiled(model, optimizer);
}

/** Compiles a model of logits for one-hot labels. */
export function compiled(model: tf.LayersModel, optimizer: ThermoSGD): Trainer {
  model.compile({ optimizer, loss: (labels, logits) => tf.losses.softmaxCrossEntropy(labels, logits) });
  return { model, optimizer };
}

function optimizerOptions(
  settings: TrainSettings,
  model: tf.LayersModel,
  others: NonNullable<ThermoSGDOptions['others']>,
): ThermoSGDOptions {
  const { coolingSteps, tolerance, temperatureRatio } = settings;
  return {
    effectiveLearningRate: settings.effectiveLearningRate,
    weightDecay: settings.weightDecay,
    momentum: settings.momentum,
    invariant: model,
    others: others === 'frozen' ? others : { learningRate: settings.otherLearningRate, ...others },
    process: [
      equilibrate({ tolerance, observations: 10, atMost: isothermSteps(settings) }),
      along(adiabatic({ temperatureRatio }), { steps: coolingSteps }),
    ],
  };
}

/** The isotherm's steps at most; it is left at a reading, from which the adiabat takes up the radius. */
function isothermSteps({ steps, coolingSteps, every }: TrainSettings): number {
  return Math.max(1, Math.floor((steps - coolingSteps) / every) * every);
}
