/**
 * The mean squares of SGD with momentum on a scale-invariant loss whose gradient is uncorrelated with the velocity:
 * |w|^2, w.v and |v|^2 under v <- a v + g + lambda w, w <- w - eta v, with g.w = 0 and |g|^2 = M / |w|^2. No sampling.
 */
export interface SecondMoments {
  readonly squaredRadius: number;
  readonly overlap: number;
  readonly squaredVelocity: number;
}

export interface Dynamics {
  readonly learningRate: (squaredRadius: number) => number;
  readonly weightDecay: number;
  readonly secondMoment: number;
  readonly momentum: number;
}

export function startAt(radius: number): SecondMoments {
  return { squaredRadius: radius ** 2, overlap: 0, squaredVelocity: 0 };
}

export function stepped(from: SecondMoments, dynamics: Dynamics): SecondMoments {
  const { weightDecay, secondMoment, momentum } = dynamics;
  const { squaredRadius, overlap } = from;
  const learningRate = dynamics.learningRate(squaredRadius);
  const squaredVelocity =
    momentum ** 2 * from.squaredVelocity +
    secondMoment / squaredRadius +
    weightDecay ** 2 * squaredRadius +
    2 * momentum * weightDecay * overlap;
  const pull = momentum * overlap + weightDecay * squaredRadius;
  return {
    squaredRadius: squaredRadius - 2 * learningRate * pull + learningRate ** 2 * squaredVelocity,
    overlap: pull - learningRate * squaredVelocity,
    squaredVelocity,
  };
}

export function after(steps: number, start: SecondMoments, dynamics: Dynamics): SecondMoments {
  let moments = start;
  for (let step = 0; step < steps; step += 1) moments = stepped(moments, dynamics);
  return moments;
}
