import type { Point } from '../../control/index.js';
import type { Alert, AlertRule } from './alert.js';

/** |Z_tot - 1| up to which a gas counts as at equilibrium when a phase is left. */
const equilibriumTolerance = 0.1;
/** The turn of the weights in one step, eta_eff sqrt(M), from which the direction is lost within a few steps; radians. */
const longestTurn = 0.5;
/** The turn over the whole run, eta_eff sqrt(M n), below which nothing is learned any more; radians. */
const leastTurn = 0.01;
/** Steps that a run counts for at least: the first steps of one whose length is not known say nothing yet. */
const leastSteps = 1000;
/** The share of the noise in the second moment below which, with opposed steps, the rate drives the gas. */
const leastNoiseShare = 1 / 3;
/** The correlation of successive gradients below which they count as opposed. */
const opposed = -0.5;
/** What has to be finite in a reading. */
const essential = ['loss', 'totalTemperature', 'volume', 'pressure', 'secondMoment'];

/** The options of `alertWatch`. */
export interface AlertWatchOptions {
  /** The steps of the whole run, where they are known: what counts as frozen depends on them. */
  readonly total?: number;
}

/**
 * Looks at the points of a run in their order and says which alerts each one raises. An alert is raised when its condition
 * begins to hold, and again only after a reading in which it did not.
 *
 * - `notAtEquilibrium`: a phase was left with |Z_tot - 1| > 0.1
 * - `tooHot`: a step turns the weights by eta_eff sqrt(M) > 0.5 radians
 * - `frozen`: all n steps of the run, at least 1,000, would turn them by eta_eff sqrt(M n) < 0.01 radians
 * - `nonFinite`: the loss, T_tot, V, p or M is NaN or infinite
 * - `rateBeyondNoise`: less than a third of M is noise while successive gradients oppose (correlation below -0.5)
 */
export function alertWatch({ total = 0 }: AlertWatchOptions = {}): (point: Point) => readonly Alert[] {
  let raised: ReadonlySet<AlertRule> = new Set();
  let before: Point | null = null;
  return (point) => {
    // An evaluation between two readings shows no gas.
    if (!('totalTemperature' in point)) return [];
    const seen = [
      leftPhase(before, point),
      hot(point),
      frozen(point, total),
      nonFinite(point),
      beyondNoise(point),
    ].filter((alert) => alert !== null);
    const fresh = seen.filter(({ rule }) => !raised.has(rule));
    raised = new Set(seen.map(({ rule }) => rule));
    before = point;
    return fresh;
  };
}

function leftPhase(before: Point | null, { step, phase }: Point): Alert | null {
  const compressibility = before?.totalCompressibility;
  if (before === null || before.phase === phase || typeof compressibility !== 'number') return null;
  if (Math.abs(compressibility - 1) <= equilibriumTolerance) return null;
  return {
    rule: 'notAtEquilibrium',
    step,
    message: `${String(before.phase)} was left at Z_tot = ${compressibility.toPrecision(3)}, not at equilibrium: give it more steps or start nearer to its end`,
  };
}

/** eta_eff sqrt(M): the angle of one step; NaN where it was not measured. */
function turnOf({ effectiveLearningRate, secondMoment }: Point): number {
  return typeof effectiveLearningRate === 'number' && typeof secondMoment === 'number'
    ? effectiveLearningRate * Math.sqrt(secondMoment)
    : NaN;
}

function hot(point: Point): Alert | null {
  const turn = turnOf(point);
  if (!(turn > longestTurn)) return null;
  return {
    rule: 'tooHot',
    step: point.step,
    message: `one step turns the weights by ${turn.toPrecision(2)} radians, too hot to keep a direction: lower the effective learning rate`,
  };
}

function frozen(point: Point, total: number): Alert | null {
  const turn = turnOf(point) * Math.sqrt(Math.max(total, point.step, leastSteps));
  if (!(turn < leastTurn)) return null;
  return {
    rule: 'frozen',
    step: point.step,
    message: `the whole run would turn the weights by ${turn.toPrecision(2)} radians, frozen: raise the effective learning rate or stop here`,
  };
}

function nonFinite(point: Point): Alert | null {
  const broken = essential.filter((name) => typeof point[name] === 'number' && !Number.isFinite(point[name]));
  if (broken.length === 0) return null;
  return {
    rule: 'nonFinite',
    step: point.step,
    message: `${broken.join(', ')} turned non-finite: lower the learning rate or the weight decay`,
  };
}

function beyondNoise({ step, noiseShare, stepCorrelation }: Point): Alert | null {
  if (typeof noiseShare !== 'number' || typeof stepCorrelation !== 'number') return null;
  if (noiseShare >= leastNoiseShare || stepCorrelation >= opposed) return null;
  return {
    rule: 'rateBeyondNoise',
    step,
    message: `noise is ${Math.round(100 * noiseShare)} % of the second moment and successive gradients oppose (${stepCorrelation.toFixed(2)}), the rate is beyond what the noise allows: lower the learning rate`,
  };
}
