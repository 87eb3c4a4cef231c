import type { Point } from '../../control/index.js';
import { fitRow, gap } from './fitRow.js';
import type { Glyphs } from './glyphs.js';
import { readingsOf } from './readings.js';
import { sparkline } from './sparkline.js';

/** A row is not wider than this: a longer one is harder to read, and wraps when its terminal is made smaller. */
const widest = 80;
const barWidth = { least: 6, greatest: 20 };
const sparklineWidth = { least: 6, greatest: 24 };
const logarithmic = ' log';

/** What is known of a run that goes on. */
export interface Progress {
  readonly point: Point;
  readonly total: number;
  /** How T went. */
  readonly temperatures: readonly number[];
  readonly timeLeft: string;
}

/** A run that goes on, in two rows: how far it is, and the state of the gas with a sparkline of T. */
export function progressRows(progress: Progress, columns: number, glyphs: Glyphs): string[] {
  const width = Math.min(columns, widest);
  return [howFar(progress, width, glyphs), stateOfGas(progress, width, glyphs)].filter((row) => row !== '');
}

function howFar({ point, total, timeLeft }: Progress, width: number, glyphs: Glyphs): string {
  const { phase, loss } = readingsOf(point, glyphs.plusMinus);
  const text = fitRow(
    [
      { text: `${point.step}/${total}`, importance: 4 },
      { text: phase, importance: 1 },
      { text: loss, importance: 3 },
      { text: timeLeft, importance: 2 },
    ],
    width,
  );
  const room = Math.min(barWidth.greatest, width - text.length - gap.length);
  if (room < barWidth.least) return text;
  const done = Math.round(room * Math.min(1, point.step / total));
  return glyphs.full.repeat(done) + glyphs.empty.repeat(room - done) + gap + text;
}

function stateOfGas({ point, temperatures }: Progress, width: number, glyphs: Glyphs): string {
  const { temperature, volume, compressibility, learningRate } = readingsOf(point, glyphs.plusMinus);
  const others = [
    { text: volume, importance: 2 },
    { text: compressibility, importance: 3 },
    { text: learningRate, importance: 1 },
  ];
  const row = (curve: string): string =>
    fitRow([{ text: temperature + curve, importance: 4 }, ...others], width);
  const room = Math.min(sparklineWidth.greatest, width - row('').length - 1 - logarithmic.length);
  if (room < sparklineWidth.least || temperatures.length < 2) return row('');
  const { text, isLogarithmic } = sparkline(temperatures, room, glyphs.levels);
  return row(` ${text}${isLogarithmic ? logarithmic : ''}`);
}
