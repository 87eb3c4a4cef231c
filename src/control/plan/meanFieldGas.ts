import { ThermoError, requirePositive } from '../../error.js';
import { momentumGain } from '../../physics/index.js';
import type { Control } from '../control.js';
import type { Observation } from '../observation.js';
import type { NumberOrSchedule } from '../schedules/index.js';
import { valueAt } from '../schedules/valueAt.js';

/** A gas of which only the mean square radius is followed. */
export interface MeanFieldGas {
  readonly squaredRadius: number;
  /** One step under a control. */
  step(control: Control): void;
  /** What a monitor would read now, means over the steps since it last did. */
  read(control: Control): Observation;
}

/** What a gas is known by before it is run. */
export interface GasConstants {
  /** d, at least 2. */
  readonly dimension: number;
  /** M = E|g|^2 r^2: held throughout, or over the steps. */
  readonly secondMoment: NumberOrSchedule;
  /** trSigma, held throughout or over the steps; null where it is not known. */
  readonly noise: NumberOrSchedule | null;
  /** |w| at the start. */
  readonly radius: number;
}

/**
 * The body of a plan: its mean square radius follows the law of SGD, whatever the control, with the noise as it is given.
 *
 * r^2 <- r^2 (1 - eta lambda)^2 + eta^2 M / r^2, exact in the mean for SGD; with momentum a, eta / (1 - a) stands for eta.
 * On a sphere the radius is as prescribed, and the pressure what the rescaling would show: eta_eff M / (2 r^2).
 */
export function meanFieldGas({ dimension, secondMoment, noise, radius }: GasConstants): MeanFieldGas {
  let squaredRadius = requirePositive('radius', radius) ** 2;
  const momentAt = (step: number): number => requirePositive('secondMoment', valueAt(secondMoment, step));
  momentAt(0);
  let step = 0;
  let readAt = 0;
  let sums = noSums;
  return {
    get squaredRadius() {
      return squaredRadius;
    },
    step(control) {
      const moment = momentAt(step);
      const rate =
        control.protocol === 'fixedLearningRate'
          ? control.learningRate / squaredRadius
          : control.effectiveLearningRate;
      const acting = rate * momentumGain(control.momentum);
      const onSphere = control.protocol === 'fixedSphere';
      sums = {
        squaredRadius: sums.squaredRadius + squaredRadius,
        moment: sums.moment + moment,
        heating: sums.heating + rate * moment,
        pressure: sums.pressure + (onSphere ? (acting * moment) / (2 * squaredRadius) : control.weightDecay),
      };
      squaredRadius = onSphere
        ? control.radius ** 2
        : squaredRadius * (1 - acting * squaredRadius * control.weightDecay) ** 2 +
          acting ** 2 * moment * squaredRadius;
      step += 1;
      if (!Number.isFinite(squaredRadius)) {
        throw new ThermoError(
          `the plan's radius overflows by step ${step}: lower the learning rate or the weight decay`,
        );
      }
    },
    read(control) {
      const window = step - readAt;
      const mean = (sum: number): number => sum / window;
      const observation: Observation = {
        step,
        window,
        dimension,
        radius: Math.sqrt(squaredRadius),
        squaredRadius: mean(sums.squaredRadius),
        loss: null,
        secondMoment: mean(sums.moment),
        effectiveLearningRate: sums.heating / sums.moment,
        pressure: mean(sums.pressure),
        noise: noise === null ? null : valueAt(noise, step - 1),
        angle: null,
        stepCorrelation: null,
        guarded: 0,
        control,
      };
      readAt = step;
      sums = noSums;
      return observation;
    },
  };
}

const noSums = { squaredRadius: 0, moment: 0, heating: 0, pressure: 0 };
