import {
  axisNumber,
  hasPlace,
  type Axis,
  type Figure,
  type Mark,
  type Panel,
  type Place,
} from '../figure/index.js';
import { lookOf } from './lookOf.js';
import { phasesOf } from './phasesOf.js';
import { positionsOf } from './course.js';
import type { Quantity, QuantityChart } from './quantityChart.js';
import type { DrawnRun, Shown } from './shown.js';
import { smoothed } from './smoothed.js';
import { thinnedRows } from './thinnedRows.js';

/** Values up to which each is dotted. */
const mostDots = 40;

/**
 * A chart of quantities of runs against their steps or times as a figure, with the phases of the run where one alone is
 * shown. Quantities on an axis of their own get a panel of their own.
 *
 * @returns null where no run has any of the quantities
 */
export function chartFigure(chart: QuantityChart, shown: Shown): Figure | null {
  const [left, right] = [chartPanel(chart, 'left', shown), chartPanel(chart, 'right', shown)];
  if (left === null && right === null) return null;
  const panels = [
    ...(left === null ? [] : [left]),
    ...(right === null ? [] : [{ ...right, y: uprightAxis(chart, 'right', shown) }]),
  ];
  const newest = panels.flatMap(({ marks }) => marks.flatMap(newestOf));
  return {
    title: chart.title,
    description: `${chart.title} over ${spanOf(shown)}; newest: ${newest.join(', ')}.`,
    columns: 1,
    size: { width: 720, panelHeight: panels.length === 1 ? 240 : 160 },
    x: timeAxis(shown),
    y: uprightAxis(chart, 'left', shown),
    panels,
  };
}

/** The axis of steps or times. */
export function timeAxis({ against, window }: Shown): Axis {
  return { label: against === 'step' ? 'step' : 'time (s)', scale: 'linear', domain: window };
}

/** The steps or times in words. */
export function spanOf({ against, window: [from, to] }: Shown): string {
  return `${against} ${axisNumber(from)} to ${axisNumber(to)}`;
}

/** The upright axis on a side of a chart. */
export function uprightAxis(chart: QuantityChart, side: 'left' | 'right', { scale }: Shown): Axis {
  const [only, other] = chart.quantities;
  const symbol = other === undefined ? ` ${only.name}` : '';
  return {
    label: chart.labels?.[side] ?? `${chart.title.toLowerCase()}${symbol} (${chart.unit})`,
    scale: chart.scale === 'linear' ? 'linear' : scale,
  };
}

/** What is on a side of a chart, in a panel of its own; null where no run has any of it. */
export function chartPanel(chart: QuantityChart, side: 'left' | 'right', shown: Shown): Panel | null {
  const { runs, against, window } = shown;
  const lines = runs.flatMap((run) =>
    chart.quantities.flatMap((quantity, i) =>
      (quantity.isRight === true) === (side === 'right') ? marksOf(run, quantity, i, chart, shown) : [],
    ),
  );
  if (lines.length === 0) return null;
  const phases = runs.length === 1 ? phasesOf(runs[0]!.columns, against) : [];
  const inWindow = phases.filter(({ from, to }) => from < window[1] && to > window[0]);
  return { title: null, marks: [...inWindow, ...reference(chart, window), ...lines] };
}

function reference({ mark, tolerance }: QuantityChart, window: readonly [number, number]): readonly Mark[] {
  if (mark === undefined) return [];
  const rule: Mark = { kind: 'rule', name: null, colour: 'muted', axis: 'y', at: mark, dash: [4, 3] };
  if (tolerance === undefined) return [rule];
  const [low, high] = [mark - tolerance, mark + tolerance];
  const places = window.map((x) => [x, low, high] as const);
  const band: Mark = { kind: 'band', name: `${mark} ± ${tolerance}`, colour: 'muted', opacity: 0.25, places };
  return [band, rule];
}

/** A quantity of a run: its line, before it the band of its standard error. */
function marksOf(
  run: DrawnRun,
  quantity: Quantity,
  i: number,
  chart: QuantityChart,
  shown: Shown,
): readonly Mark[] {
  const { runs, against, window, smoothing } = shown;
  const positions = positionsOf(run.columns, against);
  const raw = run.columns.numbers(quantity.field);
  if (positions === null || raw === null) return [];
  const { scale } = uprightAxis(chart, 'left', shown);
  const values = smoothed(raw, smoothing);
  const rows = thinnedRows(positions, values, window, scale);
  if (!rows.some((row) => Number.isFinite(values[row]!))) return [];
  const named = (name: string): string => (runs.length === 1 ? name : `${name} ${run.name}`);
  const look = lookOf(run, i, runs.length);
  const places = rows.map((row): Place => [positions[row]!, values[row]!]);
  const errors = quantity.error === undefined ? null : run.columns.numbers(quantity.error);
  const withError =
    errors === null ? [] : rows.filter((row) => errors[row]! > 0 && hasPlace(values[row]!, scale));
  const band: Mark = {
    kind: 'band',
    name: named(`${quantity.name} ± standard error`),
    colour: look.colour,
    opacity: 0.2,
    places: withError.map((row) => [
      positions[row]!,
      values[row]! - errors![row]!,
      values[row]! + errors![row]!,
    ]),
  };
  return [
    ...(withError.length === 0 ? [] : [band]),
    {
      kind: 'line',
      name: named(quantity.name),
      ...look,
      width: 1.5,
      places,
      ...(places.length > mostDots ? {} : { radius: 2.2 }),
    },
  ];
}

function newestOf(mark: Mark): readonly string[] {
  if (mark.kind !== 'line') return [];
  const place = mark.places.findLast((one) => one !== null);
  return place === undefined || place === null ? [] : [`${mark.name} ${Number(place[1].toPrecision(3))}`];
}
