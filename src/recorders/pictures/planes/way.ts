import { averaging } from '../averaging.js';
import { courseOf } from '../course.js';
import type { RowTaker } from '../gather.js';
import type { DrawnRun, Shown } from '../shown.js';

/** The states of a way at most: more than a picture can show. */
const mostStates = 600;

/** A state of a gas on its way. */
export interface WayPoint {
  readonly temperature: number;
  readonly pressure: number;
  readonly volume: number;
}

type WayWish = Pick<Shown, 'against' | 'zoom' | 'smoothing'>;

/**
 * The states that a run has gone through in the stretch that is looked at, evenly thinned, the newest always among them. Only
 * those whose p, V and T_tot are above 0 can be drawn.
 */
export function wayOf({ gather }: DrawnRun, { against, zoom, smoothing }: WayWish): readonly WayPoint[] {
  const wish = { against, zoom, smoothing };
  return gather('way', JSON.stringify(wish), () => way(wish)).states();
}

function way({ against, zoom, smoothing }: WayWish): RowTaker & { states(): readonly WayPoint[] } {
  const [start, end] = zoom ?? [-Infinity, Infinity];
  const temperatureOf = averaging(smoothing);
  const pressureOf = averaging(smoothing);
  const volumeOf = averaging(smoothing);
  let kept: WayPoint[] = [];
  let newest: WayPoint | null = null;
  let seen = 0;
  /** Of so many states one is kept. */
  let stride = 1;

  const add = (state: WayPoint): void => {
    newest = state;
    if (seen % stride === 0) kept.push(state);
    seen += 1;
    if (kept.length < mostStates) return;
    kept = kept.filter((_, i) => i % 2 === 0);
    stride *= 2;
  };
  return {
    take(columns, from, to) {
      const course = courseOf(columns, against);
      const [temperatures, pressures, volumes] = ['totalTemperature', 'pressure', 'volume'].map((name) =>
        columns.numbers(name),
      );
      if (!course || !temperatures || !pressures || !volumes) return;
      for (let row = from; row < to; row += 1) {
        const state = {
          temperature: temperatureOf(temperatures[row]!),
          pressure: pressureOf(pressures[row]!),
          volume: volumeOf(volumes[row]!),
        };
        const position = course.values[row]! - course.origin;
        const isInside = position >= start && position <= end;
        const isState = state.temperature > 0 && state.pressure > 0 && state.volume > 0;
        if (isInside && isState && state.temperature + state.pressure + state.volume < Infinity) add(state);
      }
    },
    states: () => (newest === null || kept.at(-1) === newest ? kept : [...kept, newest]),
  };
}
