import { requireKnownNames, requirePositive } from '../../error.js';
import { feedForwardWeightDecay, volume } from '../../physics/index.js';
import { effectiveLearningRateOf } from '../stages/effectiveLearningRateOf.js';
import type { Regulator, SetPoint } from './regulator.js';
import { response } from './response.js';
import { requireSetPoint, savedSetPoint, settledSetPoint } from './setPoint.js';

/** What a volume regulator holds, and how quickly. */
export interface VolumeRegulatorOptions {
  /** V = r^2 / 2 to hold: a number, a schedule over the steps since the start, or what it finds (default). */
  readonly setPoint?: SetPoint;
  /** Steps in which a small deviation falls to 1/e of itself; default 500. */
  readonly responseTime?: number;
}

/**
 * Holds the volume by the weight decay, or by the radius on a sphere.
 *
 * The decay is the one that takes the volume to its set point as e^(-t / tau): d ln V / dt = -2 eta_eff lambda r^2 + eta_eff^2 M,
 * solved for lambda with the second moment and radius as read, so no offset is left however strong the noise is. It may be
 * negative, where the gas must grow faster than its noise drives it. The volume moves by at most a factor e in a response time.
 */
export function volumeRegulator(options: VolumeRegulatorOptions = {}): Regulator {
  const { setPoint = 'found', responseTime = 500 } = options;
  requireKnownNames('volumeRegulator', options, ['setPoint', 'responseTime']);
  requireSetPoint('setPoint of volumeRegulator', setPoint);
  requirePositive('responseTime of volumeRegulator', responseTime);
  return {
    name: 'volumeRegulator',
    knob: 'room',
    get config() {
      return {
        regulator: 'volumeRegulator' as const,
        setPoint: savedSetPoint('setPoint of volumeRegulator', setPoint),
        responseTime,
      };
    },
    begin: (start) => {
      const wanted = settledSetPoint('setPoint of volumeRegulator', setPoint, start, ({ radius }) =>
        volume(radius ** 2),
      );
      return (control, { radius, secondMoment, window }, elapsed) => {
        const squaredRadius = radius ** 2;
        const move = response(Math.log(wanted(elapsed) / volume(squaredRadius)), window, responseTime);
        if (control.protocol === 'fixedSphere') {
          return { ...control, radius: control.radius * Math.exp(move / 2) };
        }
        const effectiveLearningRate = effectiveLearningRateOf(control, radius);
        // At rest nothing moves the volume.
        if (effectiveLearningRate === 0) return control;
        const weightDecay = feedForwardWeightDecay({
          effectiveLearningRate,
          momentum: control.momentum,
          secondMoment,
          squaredRadius,
          logVolumeRate: move / window,
        });
        return { ...control, weightDecay };
      };
    },
  };
}
