import type { Point } from '../../src/control/index.js';

/** A plausible point, without chance: a gas at equilibrium under a little noise, with two layers. */
export function gasPoint(step: number): Point {
  const wobble = 1 + 0.2 * Math.sin(1.7 * step);
  const totalTemperature = 3e-6 * wobble;
  const gasConstant = (15_048 - 1) / 2;
  return {
    step,
    phase: 'hold',
    temperature: 0.45 * totalTemperature,
    temperatureError: 0.07 * totalTemperature,
    totalTemperature,
    pressure: 0.02,
    volume: 1.13,
    internalEnergy: 0.1 * wobble,
    compressibility: (0.02 * 1.13) / (gasConstant * 0.45 * totalTemperature),
    totalCompressibility: (0.02 * 1.13) / (gasConstant * totalTemperature),
    noiseShare: 0.45,
    stepCorrelation: -0.1,
    relaxationTimeLeft: 0,
    angle: 0.04,
    dimension: 15_048,
    squaredRadius: 2.26,
    secondMoment: 79,
    noise: 35.5,
    effectiveLearningRate: 5e-4,
    learningRate: 1.13e-3,
    weightDecay: 0.02,
    guarded: 0,
    loss: 0.1 * wobble,
  };
}

/** A point with the states of layers too. */
export function layeredPoint(step: number): Point {
  const point = gasPoint(step);
  const layers = ['conv2d/kernel', 'conv2d_1/kernel'].flatMap((layer, i) => [
    [`${layer}/temperature`, (point.temperature as number) * (1 + i)],
    [`${layer}/totalTemperature`, (point.totalTemperature as number) * (1 + i)],
    [`${layer}/volume`, 0.5 + i],
  ]);
  return { ...point, ...(Object.fromEntries(layers) as Record<string, number>) };
}

/** A point of a run of 400 that comes to equilibrium at its own temperature and is cooled from its middle on; for pictures. */
export function coolingPoint(step: number, warmth: number): Point {
  const cooling = Math.max(0, (step - 200) / 200);
  const colder = warmth * 30 ** -cooling * (1 + 0.04 * Math.sin(1.7 * step));
  const volume = (0.6 + 0.5 * (1 - Math.exp(-step / 50))) * warmth * (1 + cooling);
  const point = layeredPoint(step);
  const scaled = Object.entries(point).map(([name, value]) => [
    name,
    /emperature/.test(name) ? (value as number) * colder : value,
  ]);
  const pressure = 0.02 * 50 ** -cooling;
  return {
    ...(Object.fromEntries(scaled) as Point),
    phase: cooling === 0 ? 'equilibrate' : 'adiabatic',
    pressure,
    weightDecay: pressure,
    volume,
    learningRate: 0.001 * volume,
    internalEnergy: 0.05 + 2 * Math.exp(-step / 60),
    totalCompressibility: volume / (1.1 * warmth * (1 + cooling)),
  };
}
