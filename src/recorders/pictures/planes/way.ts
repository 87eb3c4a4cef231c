import { averaging } from '../smoothed.js';
import { courseOf } from '../course.js';
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

/** The way of a run, of which more and more is known. */
export interface Way {
  /** Takes rows, which come in their order. */
  take(columns: Columns, from: number, to: number): void;
  /** The states so far, evenly thinned, the newest always among them. */
  states(): readonly WayPoint[];
}

/** Nothing yet of the way of a run in the stretch that is looked at: only states whose p, V and T_tot are above 0 can be drawn. */
export function way({ against, window, smoothing }: Pick<Shown, 'against' | 'window' | 'smoothing'>): Way {
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
        const isInside = position >= window[0] && position <= window[1];
        const isState = state.temperature > 0 && state.pressure > 0 && state.volume > 0;
        if (isInside && isState && state.temperature + state.pressure + state.volume < Infinity) add(state);
      }
    },
    states: () => (newest === null || kept.at(-1) === newest ? kept : [...kept, newest]),
  };
}

/** The way of a run as far as its columns tell it. */
export function wayOf(
  columns: Columns,
  shown: Pick<Shown, 'against' | 'window' | 'smoothing'>,
): readonly WayPoint[] {
  const whole = way(shown);
  whole.take(columns, 0, columns.numbers('step')?.length ?? 0);
  return whole.states();
}
