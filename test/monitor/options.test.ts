import { expect, test } from 'vitest';
import { ThermoError } from '../../src/error.js';
import { ThermoMonitor, ThermoSGD, type ThermoMonitorOptions } from '../../src/network/index.js';

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
])('a monitor with %j is refused when it is made', (options, message) => {
  const optimizer = new ThermoSGD({ effectiveLearningRate: 0.01, weightDecay: 0.02 });
  const make = () => new ThermoMonitor({ optimizer, ...(options as ThermoMonitorOptions) });
  expect(make).toThrow(new ThermoError(message));
});
