import * as Plot from '@observablehq/plot';
import type { Point } from '../../control/index.js';
import { accessible } from './accessible.js';
import { axisNumber } from './axisNumber.js';
import { colours } from './colours.js';
import { domainOf } from './domainOf.js';
import { legendMarks } from './legendMarks.js';
import type { Picture } from './picture.js';

const manyPoints = 1000;

/** pV against RT, R = (d-1)/2, for T and T_tot, with the line of the gas law; both axes on one log scale. */
export const gasLawPicture: Picture = {
  title: 'Gas law',
  caption:
    'Each dot is a reading; the line is pV = RT with R = (d-1)/2. With T_tot the dots come to the line at equilibrium; with T only where the gas is ideal. Readings with p or T of 0 and below are not shown.',
  fields: ['totalTemperature', 'temperature', 'pressure', 'volume', 'dimension'],
  draw: (points, document) => {
    const series = [
      { field: 'temperature', name: 'RT', colour: colours.first },
      { field: 'totalTemperature', name: 'RT_tot', colour: colours.second },
    ]
      .map((one) => ({ ...one, dots: dotsOf(points, one.field) }))
      .filter(({ dots }) => dots.length > 0);
    if (series.length === 0) return null;
    const dots = series.flatMap((one) => one.dots);
    const domain = domainOf(
      dots.flatMap(({ energy, work }) => [energy, work]),
      'log',
    );
    const axis = { type: 'log', domain, grid: true, tickFormat: axisNumber } as const;
    const svg = Plot.plot({
      document,
      width: 720,
      height: 460,
      marginTop: 36,
      marginLeft: 62,
      marginBottom: 38,
      inset: 10,
      style: { fontSize: '12px', background: 'none' },
      x: { ...axis, label: 'RT (units of loss)' },
      y: { ...axis, label: 'pV (units of loss)' },
      marks: [
        Plot.line(
          domain.map((end) => [end, end] as [number, number]),
          { stroke: colours.muted, strokeDasharray: '4 3' },
        ),
        ...series.map((one) =>
          Plot.dot(one.dots, { x: 'energy', y: 'work', r: 2.2, fill: one.colour, fillOpacity: 0.6 }),
        ),
        ...series.flatMap((one) => endMarks(one.dots, one.colour)),
        ...legendMarks(series),
      ],
    });
    return accessible(
      svg,
      `${gasLawPicture.title}: pV against ${series.map(({ name }) => name).join(' and ')}`,
      document,
    );
  },
};

interface Dot {
  readonly step: number;
  /** RT. */
  readonly energy: number;
  /** pV. */
  readonly work: number;
}

function dotsOf(points: readonly Point[], temperatureField: string): Dot[] {
  const dots = points
    .map((point) => ({
      step: point.step,
      energy: ((numberOf(point.dimension) - 1) / 2) * numberOf(point[temperatureField]),
      work: numberOf(point.pressure) * numberOf(point.volume),
    }))
    .filter(({ energy, work }) => energy > 0 && work > 0 && Number.isFinite(energy * work));
  const stride = Math.ceil(dots.length / manyPoints);
  return dots.filter((_, i) => i % stride === 0 || i === dots.length - 1);
}

function numberOf(value: Point[string] | undefined): number {
  return typeof value === 'number' ? value : Number.NaN;
}

/** The first and the last reading, ringed and named. */
function endMarks(dots: readonly Dot[], colour: string): Plot.Markish[] {
  const ends = [
    { ...dots[0]!, name: 'start' },
    { ...dots.at(-1)!, name: 'end' },
  ];
  return [
    Plot.dot(ends, { x: 'energy', y: 'work', r: 5, stroke: colour, strokeWidth: 2 }),
    Plot.text(ends, {
      x: 'energy',
      y: 'work',
      text: 'name',
      dy: -13,
      fill: colour,
      stroke: colours.surface,
      strokeWidth: 4,
    }),
  ];
}
