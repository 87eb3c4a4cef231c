import { seriesColour, type Colour } from '../figure/index.js';

const dashes = [[], [6, 3], [2, 3]] as const;

/**
 * How the i-th quantity of a run is drawn: in a colour of its own where one run is shown, else in the run's colour and a dash
 * of its own.
 */
export function lookOf(
  run: { readonly colour: number },
  i: number,
  runs: number,
): { readonly colour: Colour; readonly dash: readonly number[] } {
  return runs === 1
    ? { colour: seriesColour(run.colour + i), dash: [] }
    : { colour: seriesColour(run.colour), dash: dashes[i % dashes.length]! };
}
