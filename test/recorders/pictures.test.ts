import { describe, expect, test } from 'vitest';
import type { Point } from '../../src/recorders/index.js';
import { csvFields } from '../../src/recorders/csv.js';
import {
  csvOfFigure,
  drawFigure,
  planPictures,
  runPictures,
  type Figure,
  type Mark,
} from '../../src/recorders/pictures/index.js';
import { layeredPoint } from '../live/gasPoint.js';
import { syntheticRun } from './syntheticRun.js';

const pictureOf = (points: readonly Point[], wanted: string): Figure | null =>
  runPictures('train', points).find(({ title }) => title === wanted)!.figure;
const marksOf = <Kind extends Mark['kind']>(figure: Figure | null, kind: Kind) =>
  figure!.panels.flatMap(({ marks }) => marks).filter((mark) => mark.kind === kind) as Extract<
    Mark,
    { kind: Kind }
  >[];
const valuesOf = (figure: Figure | null): number[] =>
  marksOf(figure, 'line')[0]!.places.map((place) => place![1]);

describe('the pictures of a run', () => {
  test('are those of the live page, the gas law, and layers where it records them', () => {
    const titles = runPictures('train', syntheticRun()).map(({ title }) => title);
    expect(titles).toEqual([
      'Temperature',
      'Volume',
      'Pressure',
      'Compressibility',
      'Internal energy',
      'Learning rate',
      'Weight decay',
      'Noise',
      'Accuracy',
      'p–V plane',
      'T–S plane',
      'Gas law',
    ]);
    const layered = runPictures('train', [1, 2, 3].map(layeredPoint));
    expect(
      layered.slice(-2).map(({ title, figure }) => [title, figure!.panels.map((panel) => panel.title)]),
    ).toEqual([
      ['Temperature of the layers', ['conv2d/kernel', 'conv2d_1/kernel']],
      ['Volume of the layers', ['conv2d/kernel', 'conv2d_1/kernel']],
    ]);
  });

  test('are left out where there is nothing to draw, and name what they need', () => {
    for (const points of [[], [{ step: 1 }, { step: 2, volume: null, temperature: NaN, pressure: Infinity }]])
      expect(runPictures('train', points).map(({ figure }) => figure)).toEqual(Array(12).fill(null));
    expect(planPictures([]).every(({ figure, needs }) => figure === null && needs.length > 0)).toBe(true);
  });

  test.each([1, 2])('can be drawn from %d equal points', (count) => {
    const points = Array.from({ length: count }, (_, i) => ({
      ...layeredPoint(1),
      step: i,
      testAccuracy: 0.5,
    }));
    for (const { figure } of runPictures('train', points))
      expect(drawFigure(figure!)).not.toMatch(/NaN|Infinity|undefined/);
  });

  test('pass over what was not measured and join the rest', () => {
    const points = [1, null, NaN, 2, 3].map((volume, step) => ({ step, volume }));
    expect(valuesOf(pictureOf(points, 'Volume'))).toEqual([1, 2, 3]);
  });

  test('keep every spike of more values than they have pixels, at its own step', () => {
    const points = Array.from({ length: 50_000 }, (_, step) => ({
      step,
      volume: step === 31_234 ? 9 : 1 + (step % 2) / 10,
    }));
    const [line] = marksOf(pictureOf(points, 'Volume'), 'line');
    expect(line!.places.length).toBeLessThanOrEqual(640);
    expect(line!.places.filter((place) => place![1] > 8)).toEqual([[31_234, 9]]);
  });

  test('name the phases and shade every other one', () => {
    const stretches = marksOf(pictureOf(syntheticRun(), 'Temperature'), 'stretch');
    expect(stretches.map(({ text, from, to, isShaded }) => [text, from, to, isShaded])).toEqual([
      ['isotherm', 20, 1020, false],
      ['adiabat', 1020, 2000, true],
    ]);
  });

  test('name no phase that is too narrow for its name', () => {
    const points = Array.from({ length: 400 }, (_, step) => ({
      step,
      volume: 1,
      phase: step % 10 === 0 ? 'compression' : 'expansion',
    }));
    expect(drawFigure(pictureOf(points, 'Volume')!)).not.toContain('compression');
  });

  test('show T with a band of its standard error to either side', () => {
    const points = [1, 2].map((step) => ({ step, temperature: 4, temperatureError: 0.5 }));
    const [band] = marksOf(pictureOf(points, 'Temperature'), 'band');
    expect(band!.places).toEqual([
      [1, 3.5, 4.5],
      [2, 3.5, 4.5],
    ]);
  });

  test('are on a log scale where values are above 0 and span more than ten, else on a linear one', () => {
    const scaleOf = (...pressures: number[]): string =>
      pictureOf(
        pressures.map((pressure, step) => ({ step, pressure })),
        'Pressure',
      )!.y.scale;
    expect(scaleOf(0.001, 0.01, 1)).toBe('log');
    expect(scaleOf(-1, 0, 1)).toBe('linear');
    expect(scaleOf(1, 2)).toBe('linear');
  });

  test('give their numbers as CSV', () => {
    const csv = csvOfFigure(
      pictureOf([{ step: 7, temperature: 4, totalTemperature: 5, temperatureError: 1 }], 'Temperature')!,
    );
    expect(csv.split('\r\n').slice(0, -1).map(csvFields)).toEqual([
      ['series', 'step', 'temperature (units of loss)', 'low', 'high'],
      ['T ± standard error', '7', '', '3', '5'],
      ['T', '7', '4', '', ''],
      ['T_tot', '7', '5', '', ''],
    ]);
  });
});

describe('the picture of the gas law', () => {
  test('draws a gas that obeys pV = RT on the line, with R = (d - 1)/2', () => {
    const points = [1, 2, 4].map((temperature, step) => ({
      step,
      temperature,
      totalTemperature: 2 * temperature,
      pressure: 0.1,
      volume: 40 * temperature,
      dimension: 9,
    }));
    const figure = pictureOf(points, 'Gas law');
    const [ideal, total] = marksOf(figure, 'dots');
    expect(ideal!.places).toEqual([
      [4, 4],
      [8, 8],
      [16, 16],
    ]);
    expect(total!.places).toEqual([
      [8, 4],
      [16, 8],
      [32, 16],
    ]);
    expect(marksOf(figure, 'line')[0]!.places.every((place) => place![0] === place![1])).toBe(true);
  });
});

test('the planes hold pV along an isotherm and pV² along an adiabat', () => {
  const [isotherms, adiabats, way] = marksOf(pictureOf(syntheticRun(), 'p–V plane'), 'line');
  const first = (line: typeof isotherms) =>
    line!.places.slice(0, line!.places.indexOf(null)) as [number, number][];
  const spread = (values: number[]): number => Math.max(...values) / Math.min(...values) - 1;
  expect(spread(first(isotherms).map(([volume, pressure]) => pressure * volume))).toBeLessThan(1e-12);
  expect(spread(first(adiabats).map(([volume, pressure]) => pressure * volume ** 2))).toBeLessThan(1e-12);
  expect(way!.places.length).toBe(100);
});
