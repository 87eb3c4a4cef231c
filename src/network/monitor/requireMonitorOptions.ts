import * as tf from '@tensorflow/tfjs';
import { requireCount, requireKnownNames, ThermoError } from '../../error.js';
import type { Recorder } from '../../control/index.js';
import type { NoiseOptions, ThermoMonitorOptions } from './options.js';

const optionNames = [
  'model',
  'optimizer',
  'every',
  'noise',
  'detail',
  'recorders',
  'state',
] as const satisfies readonly (keyof ThermoMonitorOptions)[];

const noiseNames = [
  'source',
  'estimator',
  'every',
  'decay',
] as const satisfies readonly (keyof NoiseOptions)[];

const details: readonly unknown[] = ['whole', 'groups', 'layers'] satisfies ThermoMonitorOptions['detail'][];

/**
 * Refuses options of a monitor that mean nothing; source and estimator are the noise probe's to judge.
 * @throws ThermoError for an unknown name, nothing to watch, or a value out of range.
 */
export function requireMonitorOptions(options: ThermoMonitorOptions): void {
  const given: unknown = options;
  if (given instanceof tf.serialization.Serializable) {
    const name = given instanceof tf.LayersModel ? 'model' : 'optimizer';
    throw new ThermoError(`the monitor is given the ${name} itself: pass it as an option, { ${name} }`);
  }
  requireKnownNames('ThermoMonitor', options, optionNames);
  if (options.model === undefined && options.optimizer === undefined) {
    throw new ThermoError(
      'the monitor is given nothing to watch: pass { model }, or { optimizer } for a custom loop',
    );
  }
  if (options.every !== undefined) requireCount('every', options.every);
  if (options.detail !== undefined && !details.includes(options.detail)) {
    throw new ThermoError(`detail is ${JSON.stringify(options.detail)}: pass 'whole', 'groups' or 'layers'`);
  }
  if (options.recorders !== undefined) requireRecorders(options.recorders);
  if (options.noise !== undefined && options.noise !== 'off') requireNoise(options.noise);
}

function requireRecorders(recorders: readonly Recorder[]): void {
  const given: unknown = recorders;
  if (!Array.isArray(given) || given.some((one) => typeof (one as Recorder | null)?.record !== 'function')) {
    throw new ThermoError(
      'recorders is not an array of recorders: pass one such as [memoryRecorder()], with brackets',
    );
  }
}

function requireNoise(noise: NoiseOptions): void {
  if (typeof noise !== 'object' || noise === null) {
    throw new ThermoError(
      `noise is ${JSON.stringify(noise)}: pass 'off' or an object of ${noiseNames.join(', ')}, such as { every: 50 }`,
    );
  }
  requireKnownNames('noise', noise, noiseNames);
  const { every, decay } = noise;
  if (every !== undefined) requireCount('noise.every', every);
  if (decay !== undefined && !(typeof decay === 'number' && decay >= 0 && decay < 1)) {
    throw new ThermoError(
      `noise.decay is ${String(decay)}: pass a number from 0 up to, but not including, 1`,
    );
  }
}
