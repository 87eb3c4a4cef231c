import {
  along,
  cosine,
  fluctuationDissipation,
  hold,
  multiStepDecay,
  warmUpStableDecay,
  type AlongOptions,
} from '../../control/index.js';
import { adiabatic, isobaric, isochoric, type Process } from '../../physics/index.js';
import type { Budget, Candidate, Course } from './candidate.js';

/** lambda of every candidate: the pressure at which all begin. */
const weightDecay = 0.02;

/**
 * The base rates: in equilibrium eta_eff = sqrt(2 eta lambda / M), so factors of 4 in eta and of 2 in eta_eff are the same steps
 * of temperature; at M = 80 these are also about the same temperatures.
 */
const learningRates = [0.0625, 0.25, 1, 4];
const effectiveLearningRates = [0.005, 0.01, 0.02, 0.04];

/** T at the end of a cooling over T at its start. */
const temperatureRatio = 0.01;

/** The candidates of `compare`: five schedules as everybody knows them, and the gas's own. */
export const builtInCandidates: readonly Candidate[] = [
  scheduled('constant', 'a constant learning rate', ({ rate }) => rate),
  scheduled('cosine', 'learning rate along half a cosine to 0', ({ rate, steps }) =>
    cosine({ from: rate, steps }),
  ),
  scheduled('warm-up-stable-decay', 'warm-up for 5 %, decay to 0 over the last 20 %', ({ rate, steps }) =>
    warmUpStableDecay({
      peak: rate,
      steps,
      warmUpSteps: Math.round(0.05 * steps),
      decaySteps: Math.max(Math.round(0.2 * steps), 1),
    }),
  ),
  scheduled('step', 'learning rate divided by 10 after a half and three quarters', ({ rate, steps }) =>
    multiStepDecay({ from: rate, boundaries: [Math.round(steps / 2), Math.round(0.75 * steps)] }),
  ),
  {
    name: 'isothermal',
    summary: 'a constant effective learning rate: temperature and pressure held',
    rates: effectiveLearningRates,
    course: ({ rate }) => ({ settings: { effectiveLearningRate: rate, weightDecay } }),
  },
  cooled('adiabatic-annealing', 'an isotherm, then to T/100 without heat', adiabatic({ temperatureRatio })),
  cooled(
    'isobaric-cooling',
    'an isotherm, then to T/100 at constant pressure',
    isobaric({ temperatureRatio }),
  ),
  cooled(
    'constant-thermodynamic-speed',
    'an isotherm, then to T/100 at constant volume and thermodynamic speed',
    isochoric({ temperatureRatio }),
    { pacing: 'constantThermodynamicSpeed' },
  ),
  {
    name: 'fluctuation-dissipation',
    summary: 'learning rate divided by 10 whenever the gas is in equilibrium',
    rates: learningRates,
    course: ({ rate, steps }) => ({
      settings: { learningRate: rate, weightDecay },
      // The published thousand steps before it is judged are longer than these runs.
      process: fluctuationDissipation({ atLeast: Math.ceil(steps / 6) }),
    }),
  },
];

/** A learning rate over the steps, with the constant weight decay that goes with it. */
function scheduled(
  name: string,
  summary: string,
  learningRate: (budget: Budget) => NonNullable<Course['settings']['learningRate']>,
): Candidate {
  return {
    name,
    summary,
    rates: learningRates,
    course: (budget) => ({ settings: { learningRate: learningRate(budget), weightDecay } }),
  };
}

/** Half of the steps at one temperature, the other half along a process. */
function cooled(
  name: string,
  summary: string,
  process: Process,
  how: Pick<AlongOptions, 'pacing'> = {},
): Candidate {
  return {
    name,
    summary,
    rates: effectiveLearningRates,
    course: ({ rate, steps, every }) => {
      const hot = Math.floor(steps / 2 / every) * every;
      return {
        settings: { effectiveLearningRate: rate, weightDecay },
        process: [hold({ steps: hot, name: 'isotherm' }), along(process, { ...how, steps: steps - hot })],
      };
    },
  };
}
