import type * as tf from '@tensorflow/tfjs';
import { expect, test } from 'vitest';
import { ThermoError } from '../../src/error.js';
import { ThermoMonitor, ThermoSGD, type ThermoMonitorOptions } from '../../src/network/index.js';
import { compileLogits, tinyExamples, tinyNet } from '../tinyNet.js';

const decayIs = (value: unknown) =>
  `noise.decay is ${String(value)}: pass a number from 0 up to, but not including, 1`;

test.each<[unknown, string]>([
  [{ noise: { evry: 5 } }, 'noise has no option evry: pass one of source, estimator, every, decay'],
  [
    { noise: 'on' },
    `noise is "on": pass 'off' or an object of source, estimator, every, decay, such as { every: 50 }`,
  ],
  [
    { noise: null },
    `noise is null: pass 'off' or an object of source, estimator, every, decay, such as { every: 50 }`,
  ],
  [{ noise: { decay: 1 } }, decayIs(1)],
  [{ noise: { decay: -0.1 } }, decayIs(-0.1)],
  [{ noise: { decay: Number.NaN } }, decayIs(Number.NaN)],
  [{ noise: { decay: '0.8' } }, decayIs('0.8')],
  [{ detail: 'layer' }, `detail is "layer": pass 'whole', 'groups' or 'layers'`],
  [{ every: 1.5 }, 'every is 1.5: pass a whole number of at least 1'],
  [
    { recorders: { record: () => {}, close: () => {} } },
    'recorders is not an array of recorders: pass one such as [memoryRecorder()], with brackets',
  ],
  [
    { recorders: [console.log] },
    'recorders is not an array of recorders: pass one such as [memoryRecorder()], with brackets',
  ],
])('a monitor with %j is refused when it is made', (options, message) => {
  const optimizer = new ThermoSGD({ effectiveLearningRate: 0.01, weightDecay: 0.02 });
  const make = () => new ThermoMonitor({ optimizer, ...(options as ThermoMonitorOptions) });
  expect(make).toThrow(new ThermoError(message));
});

test.each<[string, () => unknown, string]>([
  ['a model', tinyNet, 'the monitor is given the model itself: pass it as an option, { model }'],
  [
    'an optimizer',
    () => new ThermoSGD({ learningRate: 0.1 }),
    'the monitor is given the optimizer itself: pass it as an option, { optimizer }',
  ],
  [
    'nothing',
    () => undefined,
    'the monitor is given nothing to watch: pass { model }, or { optimizer } for a custom loop',
  ],
])('a monitor made of %s alone is refused', (_, given, message) => {
  expect(() => new ThermoMonitor(given() as ThermoMonitorOptions)).toThrow(new ThermoError(message));
});

test.each([
  ['model', (model: tf.LayersModel) => ({ model })],
  ['optimizer', ({ optimizer }: tf.LayersModel) => ({ optimizer: optimizer as ThermoSGD })],
])('a training of another model than that of the watched %s is refused', async (watched, options) => {
  const optimizer = () => new ThermoSGD({ effectiveLearningRate: 0.01, weightDecay: 0.02 });
  const [mine, another] = [compileLogits(tinyNet(), optimizer()), compileLogits(tinyNet(), optimizer())];
  const monitor = new ThermoMonitor(options(mine));
  const { xs, ys } = tinyExamples(8);
  const fit = (model: tf.LayersModel) => model.fit(xs, ys, { epochs: 1, verbose: 0, callbacks: [monitor] });
  await expect(fit(another)).rejects.toThrow(
    new ThermoError(
      `the monitor watches another ${watched} than the one that trains: pass it { model } with the model that fit is called on`,
    ),
  );
  expect(optimizerOf(another).iterations).toBe(0);
  await fit(mine);
  expect(optimizerOf(mine).iterations).toBe(1);
});

const optimizerOf = ({ optimizer }: tf.LayersModel) => optimizer as ThermoSGD;
