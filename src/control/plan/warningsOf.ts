import type { Point } from '../recorder.js';
import type { Stage } from '../stages/index.js';
import type { PlanPhase } from './planPhase.js';
import type { PlanWarning } from './warning.js';

/** Relaxation times that a phase should last for the volume to keep up. */
const quasiStatic = 5;
/** |Z_tot - 1| beyond which the volume is said to lag. */
const lag = 0.2;
/** The largest share of the weights that a step may turn or decay before it is no small step. */
const largestStep = 0.3;

/** What a plan's reader should know, in the order of the steps. */
export function warningsOf({
  points,
  phases,
  ended,
  steps,
  process,
}: {
  readonly points: readonly Point[];
  readonly phases: readonly PlanPhase[];
  readonly ended: number | null;
  readonly steps: number;
  readonly process: readonly Stage[];
}): readonly PlanWarning[] {
  const warnings: PlanWarning[] = [];
  const warn = (step: number, text: string): void => void warnings.push({ step, text });

  for (const { name, from, to, relaxationTime } of phases) {
    if (relaxationTime === 0 || to - from >= quasiStatic * relaxationTime) continue;
    // A phase may set out from far off, as one that waits for equilibrium does: what counts is where it leaves the gas.
    const behind = points.findLast(({ step }) => step > from && step <= to);
    if (behind === undefined || Math.abs(numberOf(behind['totalCompressibility']) - 1) <= lag) continue;
    const time = Number.isFinite(relaxationTime) ? `${Math.round(relaxationTime)} steps` : 'endless';
    warn(
      behind.step,
      `${name} lasts ${to - from} steps and the volume's relaxation time is up to ${time}: the gas will not be in equilibrium (Z_tot = ${numberOf(behind['totalCompressibility']).toPrecision(2)}); give it more steps, or lead the volume with drive 'piston' or 'feedForward'`,
    );
  }
  first(
    points,
    ({ weightDecay }) => numberOf(weightDecay) < 0,
    ({ step }) =>
      warn(
        step,
        'the weight decay turns negative: the volume is to grow faster than the noise drives it; give it more steps to avoid that',
      ),
  );
  first(
    points,
    ({ effectiveLearningRate, secondMoment }) =>
      numberOf(effectiveLearningRate) * Math.sqrt(numberOf(secondMoment)) > largestStep,
    (point) =>
      warn(
        point.step,
        `a step turns the weights by ${(numberOf(point['effectiveLearningRate']) * Math.sqrt(numberOf(point['secondMoment']))).toPrecision(2)} radians: lower the effective learning rate`,
      ),
  );
  first(
    points,
    ({ learningRate, weightDecay }) => numberOf(learningRate) * numberOf(weightDecay) > largestStep,
    (point) =>
      warn(
        point.step,
        `decay takes ${(100 * numberOf(point['learningRate']) * numberOf(point['weightDecay'])).toPrecision(2)} % of the weights in a step: lower the learning rate or the weight decay`,
      ),
  );
  if (process.length > 0 && ended === null) {
    warn(steps, `the process has not ended after ${steps} steps: raise steps, or shorten its stages`);
  }
  return warnings.toSorted((a, b) => a.step - b.step);
}

function first(points: readonly Point[], is: (point: Point) => boolean, then: (point: Point) => void): void {
  const found = points.find(is);
  if (found !== undefined) then(found);
}

function numberOf(value: Point[string] | undefined): number {
  return typeof value === 'number' ? value : Number.NaN;
}
