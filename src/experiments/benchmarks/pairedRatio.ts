import { median, medianAbsoluteDeviation } from 'simple-statistics';

/** Milliseconds of two things that were done in turn. */
export type PairedTimes = readonly [baseline: number, measured: number];

/** The ratio of two things that were timed in turn. */
export interface PairedRatio {
  /** The median over the pairs of measured over baseline. */
  readonly ratio: number;
  readonly standardError: number;
  /** The medians of both. */
  readonly milliseconds: PairedTimes;
}

/** A normal distribution's standard deviation over its median absolute deviation. */
const deviationOverMad = 1.4826;
/** The standard error of a normal sample's median over that of its mean. */
const medianOverMean = Math.sqrt(Math.PI / 2);

/**
 * The ratio of paired times: what else the machine does falls on both of a pair, and a pair that it falls on unevenly does
 * not move a median. The standard error is that of a median, from the median absolute deviation.
 */
export function pairedRatio(pairs: readonly PairedTimes[]): PairedRatio {
  const ratios = pairs.map(([baseline, measured]) => measured / baseline);
  return {
    ratio: median(ratios),
    standardError:
      (medianOverMean * deviationOverMad * medianAbsoluteDeviation(ratios)) / Math.sqrt(ratios.length),
    milliseconds: [
      median(pairs.map(([baseline]) => baseline)),
      median(pairs.map(([, measured]) => measured)),
    ],
  };
}
