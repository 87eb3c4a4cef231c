import { requireKnownNames, requirePositive } from '../../error.js';
import type { Regulator, SetPoint } from './regulator.js';
import { response } from './response.js';
import { requireSetPoint, savedSetPoint, settledSetPoint } from './setPoint.js';

/** What a barostat holds, and how quickly. */
export interface BarostatOptions {
  /** p to hold: a number, a schedule over the steps since the start, or what it finds (default). */
  readonly setPoint?: SetPoint;
  /** Steps in which a small deviation falls to 1/e of itself; default 500. */
  readonly responseTime?: number;
}

/**
 * Holds the pressure.
 *
 * Where the weights decay, the pressure is the weight decay, which is led to the set point as e^(-t / tau). On a sphere the
 * pressure is what the gas bears, p = (d - 1) T / r^2 as it is read off the rescaling, and the radius gives way:
 * ln r^2 moves by the share 1 - e^(-window / tau) of ln(p / p*), by at most a factor e in a response time.
 */
export function barostat(options: BarostatOptions = {}): Regulator {
  const { setPoint = 'found', responseTime = 500 } = options;
  requireKnownNames('barostat', options, ['setPoint', 'responseTime']);
  requireSetPoint('setPoint of barostat', setPoint);
  requirePositive('responseTime of barostat', responseTime);
  return {
    name: 'barostat',
    knob: 'room',
    get config() {
      return {
        regulator: 'barostat' as const,
        setPoint: savedSetPoint('setPoint of barostat', setPoint),
        responseTime,
      };
    },
    begin: (start) => {
      const wanted = settledSetPoint('setPoint of barostat', setPoint, start, ({ pressure }) => pressure);
      return (control, { pressure, window }, elapsed) => {
        if (control.protocol !== 'fixedSphere') {
          const share = -Math.expm1(-window / responseTime);
          return {
            ...control,
            weightDecay: control.weightDecay + share * (wanted(elapsed) - control.weightDecay),
          };
        }
        // A pressure read off few steps may come out negative; then the next reading decides.
        if (!(pressure > 0)) return control;
        const move = response(Math.log(pressure / wanted(elapsed)), window, responseTime);
        return { ...control, radius: control.radius * Math.exp(move / 2) };
      };
    },
  };
}
