import { gasState, relaxationTimeLeft, type GasState } from '../physics/index.js';
import type { Observation } from './observation.js';
import type { Point } from './recorder.js';

/** One reading of a body as a gas. */
export interface Measurement {
  readonly observation: Observation;
  readonly state: GasState;
  /** Standard error of T; null where T is not measured or only one estimate was made. */
  readonly temperatureError: number | null;
  /** Steps until V is within 5 % of its stationary value; null where it never gets there. */
  readonly relaxationTimeLeft: number | null;
}

const noTemperature = {
  temperature: null,
  totalTemperature: null,
  compressibility: null,
  totalCompressibility: null,
} as const satisfies Partial<GasState>;

/** The measurement that an observation gives, with the standard error of its noise. */
export function measurementOf(observation: Observation, noiseError: number | null): Measurement {
  const gas = gasState({ ...observation, momentum: observation.control.momentum });
  const state: GasState = observation.hasTemperature === false ? { ...gas, ...noTemperature } : gas;
  const left = relaxationTimeLeft(observation.control, state);
  return {
    observation,
    state,
    temperatureError:
      state.temperature === null || noiseError === null || observation.noise === null
        ? null
        : (state.temperature * noiseError) / observation.noise,
    relaxationTimeLeft: Number.isFinite(left) ? left : null,
  };
}

/** The names under which a measurement is recorded. */
export function pointOf(measurement: Measurement, phase: string): Point {
  const { observation, state } = measurement;
  const { control } = observation;
  return {
    step: observation.step,
    phase,
    temperature: state.temperature,
    temperatureError: measurement.temperatureError,
    totalTemperature: state.totalTemperature,
    pressure: state.pressure,
    volume: state.volume,
    internalEnergy: state.internalEnergy,
    compressibility: state.compressibility,
    totalCompressibility: state.totalCompressibility,
    noiseShare: state.noiseShare,
    stepCorrelation: observation.stepCorrelation,
    relaxationTimeLeft: measurement.relaxationTimeLeft,
    angle: observation.angle,
    dimension: observation.dimension,
    squaredRadius: observation.squaredRadius,
    secondMoment: observation.secondMoment,
    noise: observation.noise,
    effectiveLearningRate: observation.effectiveLearningRate,
    learningRate:
      control.protocol === 'fixedLearningRate'
        ? control.learningRate
        : observation.effectiveLearningRate * observation.squaredRadius,
    weightDecay: control.protocol === 'fixedSphere' ? null : control.weightDecay,
    guarded: observation.guarded,
    loss: observation.loss,
  };
}

/** What a part (a group or a variable of that name) shows, in the point of the whole. */
export function namedPoint(name: string, measurement: Measurement): Readonly<Record<string, number | null>> {
  const { state, observation } = measurement;
  const values = {
    temperature: state.temperature,
    totalTemperature: state.totalTemperature,
    pressure: state.pressure,
    volume: state.volume,
    compressibility: state.compressibility,
    totalCompressibility: state.totalCompressibility,
    noiseShare: state.noiseShare,
    stepCorrelation: observation.stepCorrelation,
    relaxationTimeLeft: measurement.relaxationTimeLeft,
    angle: observation.angle,
  };
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [`${name}/${key}`, value]));
}
