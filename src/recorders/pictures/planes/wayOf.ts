import { smoothed } from '../smoothed.js';
import { positionsOf } from '../positionsOf.js';
import type { Columns } from '../columns.js';
import type { Shown } from '../shown.js';

/** The states of a way at most: more than a picture can show. */
const mostStates = 600;

/** A state of a gas on its way. */
export interface WayPoint {
  readonly temperature: number;
  readonly pressure: number;
  readonly volume: number;
}

/**
 * The states that a run has gone through in the stretch that is looked at, evenly thinned, the newest always among them.
 * Only those whose p, V and T_tot are above 0 can be drawn.
 */
export function wayOf(
  columns: Columns,
  { against, window, smoothing }: Pick<Shown, 'against' | 'window' | 'smoothing'>,
): WayPoint[] {
  const positions = positionsOf(columns, against);
  const [temperatures, pressures, volumes] = ['totalTemperature', 'pressure', 'volume'].map((name) => {
    const column = columns.numbers(name);
    return column === null ? null : smoothed(column, smoothing);
  });
  if (!positions || !temperatures || !pressures || !volumes) return [];
  const rows: number[] = [];
  for (let row = 0; row < positions.length; row += 1) {
    const isInside = positions[row]! >= window[0] && positions[row]! <= window[1];
    const [temperature, pressure, volume] = [temperatures[row]!, pressures[row]!, volumes[row]!];
    const isState = temperature > 0 && pressure > 0 && volume > 0;
    if (isInside && isState && temperature + pressure + volume < Infinity) rows.push(row);
  }
  const stride = Math.ceil(rows.length / mostStates) || 1;
  return rows
    .filter((_, i) => (rows.length - 1 - i) % stride === 0)
    .map((row) => ({ temperature: temperatures[row]!, pressure: pressures[row]!, volume: volumes[row]! }));
}
