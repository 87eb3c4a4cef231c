import { hasPlace, type Band, type Omitted, type Place } from '../figure/index.js';

/**
 * A line as a picture shows it: where more values than it can tell apart fall into a bin, the least and the greatest of
 * them, at their own places, so that every spike stays.
 */
export interface BinnedLine {
  /** Takes one more value and its standard error, NaN for none; positions come in ascending order. */
  put(position: number, value: number, error: number): void;
  /** From the first to the newest. */
  places(): readonly Place[];
  /** A standard error to either side, at its outermost in each bin. */
  band(): Band['places'];
  /** What has no place on the scale. */
  omitted(): Omitted;
}

interface Bin {
  least: Place;
  greatest: Place;
  /** Where its band stands, and how far it reaches; null where no value has an error. */
  band: [at: number, low: number, high: number] | null;
}

/**
 * A line without values. Bin i holds the positions from i times the width on, whatever is drawn of them: so the bins of a run
 * that goes on stay as they are, and only its new values have to be looked at.
 *
 * @param width of a bin, in units of the positions
 */
export function binnedLine(width: number, scale: 'linear' | 'log'): BinnedLine {
  const bins: Bin[] = [];
  let last = -Infinity;
  let newest: Place | null = null;
  let [notFinite, belowLog] = [0, 0];

  return {
    put(position, value, error) {
      if (Number.isNaN(value) || !hasPlace(position, 'linear')) return;
      if (!hasPlace(value, scale)) {
        if (hasPlace(value, 'linear')) belowLog += 1;
        else notFinite += 1;
        return;
      }
      const place: Place = [position, value];
      newest = place;
      const number = Math.floor(position / width);
      // A clock that was put back stays in the bin that it had come to.
      if (number > last || bins.length === 0) {
        bins.push({ least: place, greatest: place, band: null });
        last = number;
      }
      const bin = bins.at(-1)!;
      if (value < bin.least[1]) bin.least = place;
      if (value > bin.greatest[1]) bin.greatest = place;
      if (!(error > 0)) return;
      bin.band ??= [position, value - error, value + error];
      bin.band[1] = Math.min(bin.band[1], value - error);
      bin.band[2] = Math.max(bin.band[2], value + error);
    },
    places() {
      const places = bins.flatMap(({ least, greatest }) => {
        if (least === greatest) return [least];
        return least[0] < greatest[0] ? [least, greatest] : [greatest, least];
      });
      return newest === null || places.at(-1) === newest ? places : [...places, newest];
    },
    band: () => bins.flatMap(({ band }) => (band === null ? [] : [band])),
    omitted: () => ({ notFinite, belowLog }),
  };
}

/**
 * The width of bins that a window has at most so many of and more than half as many: a power of two, so that it seldom
 * changes while a run goes on.
 */
export function binWidth([from, to]: readonly [number, number], most: number): number {
  return 2 ** Math.ceil(Math.log2((to - from) / most));
}
