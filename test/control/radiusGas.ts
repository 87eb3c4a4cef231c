import type { Control, Observation } from '../../src/control/index.js';

/** A gas of which only the radius is followed: r^2 <- r^2 (1 - eta lambda)^2 + eta^2 M / r^2, exact for SGD. */
export interface RadiusGas {
  readonly squaredRadius: number;
  /** One step under a control. */
  step(control: Control): void;
  /** What a monitor would read now. */
  read(control: Control): Observation;
}

/** A gas of d = 101 without momentum, at r^2 = `squaredRadius`, whose gradient has the second moment M. */
export function radiusGas({
  secondMoment,
  squaredRadius,
}: {
  secondMoment: number;
  squaredRadius: number;
}): RadiusGas {
  let r2 = squaredRadius;
  let step = 0;
  let readAt = 0;
  return {
    get squaredRadius() {
      return r2;
    },
    step(control) {
      step += 1;
      if (control.protocol === 'fixedSphere') {
        r2 = control.radius ** 2;
        return;
      }
      const eta =
        control.protocol === 'fixedLearningRate' ? control.learningRate : control.effectiveLearningRate * r2;
      r2 = r2 * (1 - eta * control.weightDecay) ** 2 + (eta ** 2 * secondMoment) / r2;
    },
    read(control) {
      const window = step - readAt;
      readAt = step;
      return {
        step,
        window,
        dimension: 101,
        radius: Math.sqrt(r2),
        squaredRadius: r2,
        loss: null,
        secondMoment,
        effectiveLearningRate:
          control.protocol === 'fixedLearningRate'
            ? control.learningRate / r2
            : control.effectiveLearningRate,
        pressure: control.protocol === 'fixedSphere' ? 0 : control.weightDecay,
        noise: null,
        angle: null,
        stepCorrelation: null,
        guarded: 0,
        control,
      };
    },
  };
}
