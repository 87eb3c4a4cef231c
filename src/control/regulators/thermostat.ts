import { requireKnownNames, requirePositive, ThermoError } from '../../error.js';
import { temperature, totalTemperature } from '../../physics/index.js';
import type { Control } from '../control.js';
import type { Observation } from '../observation.js';
import { effectiveLearningRateOf } from '../stages/effectiveLearningRateOf.js';
import type { Regulator, SetPoint } from './regulator.js';
import { response } from './response.js';
import { requireSetPoint, savedSetPoint, settledSetPoint } from './setPoint.js';
import { withRate } from './withRate.js';

/** What a thermostat holds, and how quickly. */
export interface ThermostatOptions {
  /** T to hold, in units of the loss: a number, a schedule over the steps since the start, or what it finds (default). */
  readonly setPoint?: SetPoint;
  /** Steps in which a small deviation falls to 1/e of itself; default 200. */
  readonly responseTime?: number;
  /** T of the noise (default), which needs noise estimates, or T_tot of the whole second moment. */
  readonly of?: 'temperature' | 'totalTemperature';
}

/** Readings without a noise estimate after which none is to be expected. */
const patience = 16;

/**
 * Holds the temperature by the learning rate although the noise drifts.
 *
 * T is proportional to the rate at the noise that is measured, T = eta_eff trSigma / (2 (d - 1)), so the rate that gives the
 * set point is known; each reading goes the share 1 - e^(-window / tau) of the way there, in the logarithm, by at most a
 * factor e in a response time. Where the readings are right the approach has no overshoot; `settlingTime` says how long it takes.
 */
export function thermostat(options: ThermostatOptions = {}): Regulator {
  const { setPoint = 'found', responseTime = 200, of = 'temperature' } = options;
  requireKnownNames('thermostat', options, ['setPoint', 'responseTime', 'of', 'regulator']);
  requireSetPoint('setPoint of thermostat', setPoint);
  requirePositive('responseTime of thermostat', responseTime);
  if (of !== 'temperature' && of !== 'totalTemperature') {
    throw new ThermoError(
      `of of thermostat is ${JSON.stringify(of)}: pass 'temperature' or 'totalTemperature'`,
    );
  }
  return {
    name: 'thermostat',
    knob: 'rate',
    get config() {
      return {
        regulator: 'thermostat' as const,
        setPoint: savedSetPoint('setPoint of thermostat', setPoint),
        responseTime,
        of,
      };
    },
    begin: (start) => {
      const wanted = settledSetPoint('setPoint of thermostat', setPoint, start, (observation) =>
        temperatureUnder(observation.control, observation, of),
      );
      return (control, observation, elapsed) => {
        const now = temperatureUnder(control, observation, of);
        if (now === null && elapsed >= patience * observation.window) {
          throw new ThermoError(
            "thermostat has seen no noise estimate: let the monitor estimate noise more often, or pass of: 'totalTemperature'",
          );
        }
        // An unbiased noise estimate may come out negative; then the next reading decides.
        if (now === null || !(now > 0)) return control;
        const gap = Math.log(wanted(elapsed) / now);
        return withRate(control, Math.exp(response(gap, observation.window, responseTime)));
      };
    },
  };
}

/** The temperature that the noise of a reading gives under a control, at the radius that was read. */
function temperatureUnder(
  control: Control,
  observation: Observation,
  of: 'temperature' | 'totalTemperature',
): number | null {
  const { dimension, radius, noise, secondMoment } = observation;
  const shared = {
    dimension,
    momentum: control.momentum,
    effectiveLearningRate: effectiveLearningRateOf(control, radius),
  };
  if (of === 'totalTemperature') return totalTemperature({ ...shared, secondMoment });
  return noise === null ? null : temperature({ ...shared, noise });
}
