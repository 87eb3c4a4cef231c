import { axisNumber, type Axis, type Figure, type Mark, type Panel } from '../figure/index.js';
import { binWidth } from './binnedLine.js';
import { lookOf } from './lookOf.js';
import { phasesOf } from './phasesOf.js';
import type { Quantity, QuantityChart } from './quantityChart.js';
import { quantityLine } from './quantityLine.js';
import type { DrawnRun, Shown } from './shown.js';
import { windowOf } from './windowOf.js';

/** Values up to which each is dotted. */
const mostDots = 40;
/** CSS pixels of a line that turns in most bins: one of a single pixel is drawn ten times as fast where no graphics processor helps. */
const denseWidth = 1;

/** How large a chart is, in CSS pixels. */
export interface ChartSize {
  readonly width: number;
  /** Of the frame of one panel; where there are two, each has two thirds of it. */
  readonly panelHeight: number;
  /** Bins of a line at most, of which each shows two values at most. */
  readonly bins: number;
}

/** The size of a chart in a report. */
export const reportSize: ChartSize = { width: 720, panelHeight: 240, bins: 320 };

/**
 * A chart of quantities of runs against their steps or times as a figure, with the phases of the run where one alone is
 * shown. Quantities on an axis of their own get a panel of their own.
 *
 * @returns null where no run has any of the quantities
 */
export function chartFigure(
  chart: QuantityChart,
  shown: Shown,
  { width, panelHeight, bins }: ChartSize = reportSize,
): Figure | null {
  const [left, right] = (['left', 'right'] as const).map((side) => chartPanel(chart, side, shown, bins));
  const panels = [
    ...(left ? [left] : []),
    ...(right ? [{ ...right, y: uprightAxis(chart, 'right', shown) }] : []),
  ];
  if (panels.length === 0) return null;
  const newest = panels.flatMap(({ marks }) => marks.flatMap(newestOf));
  return {
    title: chart.title,
    description: `${chart.title} over ${spanOf(shown)}; newest: ${newest.join(', ')}.`,
    columns: 1,
    size: { width, panelHeight: panels.length === 1 ? panelHeight : Math.round((2 / 3) * panelHeight) },
    x: timeAxis(shown),
    y: uprightAxis(chart, 'left', shown),
    panels,
  };
}

/** The axis of steps or times. */
export function timeAxis(shown: Shown): Axis {
  const label = shown.against === 'step' ? 'step' : 'time (s)';
  return { label, scale: 'linear', domain: windowOf(shown) };
}

/** The steps or times in words. */
export function spanOf(shown: Shown): string {
  const [from, to] = windowOf(shown);
  return `${shown.against} ${axisNumber(from)} to ${axisNumber(to)}`;
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
export function chartPanel(
  chart: QuantityChart,
  side: 'left' | 'right',
  shown: Shown,
  most = reportSize.bins,
): Panel | null {
  const { runs, against } = shown;
  const window = windowOf(shown);
  const bins = { width: binWidth(window, most), most };
  const lines = runs.flatMap((run) =>
    chart.quantities.flatMap((quantity, i) =>
      (quantity.isRight === true) === (side === 'right') ? marksOf(run, quantity, i, chart, shown, bins) : [],
    ),
  );
  if (lines.length === 0) return null;
  const phases = runs.length === 1 ? phasesOf(runs[0]!, against) : [];
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
  bins: { readonly width: number; readonly most: number },
): readonly Mark[] {
  const { runs, against, smoothing, zoom } = shown;
  const { scale } = uprightAxis(chart, 'left', shown);
  const line = quantityLine(run, quantity, { against, smoothing, zoom, scale, width: bins.width });
  if (line === null) return [];
  const [places, omitted] = [line.places(), line.omitted()];
  if (places.length === 0 && omitted.belowLog === 0) return [];
  const named = (name: string): string => (runs.length === 1 ? name : `${name} ${run.name}`);
  const look = lookOf(run, i, runs.length);
  const errors = line.band();
  const band: Mark = {
    kind: 'band',
    name: named(`${quantity.name} ± standard error`),
    colour: look.colour,
    opacity: 0.2,
    places: errors,
  };
  return [
    ...(errors.length === 0 ? [] : [band]),
    {
      kind: 'line',
      name: named(quantity.name),
      ...look,
      width: places.length > bins.most ? denseWidth : 1.5,
      places,
      omitted,
      ...(places.length > mostDots ? {} : { radius: 2.2 }),
    },
  ];
}

function newestOf(mark: Mark): readonly string[] {
  if (mark.kind !== 'line') return [];
  const place = mark.places.findLast((one) => one !== null);
  return place === undefined || place === null ? [] : [`${mark.name} ${Number(place[1].toPrecision(3))}`];
}
