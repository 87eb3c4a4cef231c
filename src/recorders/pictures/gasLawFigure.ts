import { rangeOf, type Figure, type Mark, type Place } from '../figure/index.js';
import { lookOf } from './lookOf.js';
import type { DrawnRun } from './shown.js';

const mostDots = 600;
const temperatures = [
  { field: 'temperature', name: 'R T' },
  { field: 'totalTemperature', name: 'R T_tot' },
] as const;

/**
 * pV against R T and R T_tot, R = (d-1)/2, with the line of the gas law; both axes span the same, on a log scale.
 *
 * @returns null where the run has no reading with p, V and a temperature above 0
 */
export function gasLawFigure(run: DrawnRun): Figure | null {
  const series = temperatures
    .map(({ field, name }, i) => ({ name, places: placesOf(run, field), colour: lookOf(run, i, 1).colour }))
    .filter(({ places }) => places.length > 0);
  if (series.length === 0) return null;
  const domain = rangeOf(
    series.flatMap(({ places }) => places.flat()),
    'log',
  );
  const law: Mark = {
    kind: 'line',
    name: 'p V = R T',
    colour: 'muted',
    width: 1,
    dash: [4, 3],
    places: domain.map((end) => [end, end] as const),
  };
  const dots = series.map((one): Mark => ({ kind: 'dots', ...one, radius: 2.2, opacity: 0.6 }));
  const last = series.at(-1)!;
  const ends = [last.places[0]!, last.places.at(-1)!].map((at, i): Mark => ({
    kind: 'label',
    at,
    text: i === 0 ? 'start' : 'end',
    colour: last.colour,
  }));
  return {
    title: 'Gas law',
    description: `p V against ${series.map(({ name }) => name).join(' and ')} of ${run.name}.`,
    columns: 1,
    size: { width: 560, panelHeight: 360 },
    x: { label: 'R T (units of loss)', scale: 'log', domain },
    y: { label: 'p V (units of loss)', scale: 'log', domain },
    panels: [{ title: null, marks: [law, ...dots, ...ends] }],
  };
}

/** Places of all readings that a log scale has room for, evenly thinned, the last one always among them. */
function placesOf({ columns }: DrawnRun, field: string): readonly Place[] {
  const [temperature, pressure, volume, dimension] = [field, 'pressure', 'volume', 'dimension'].map((name) =>
    columns.numbers(name),
  );
  if (!temperature || !pressure || !volume || !dimension) return [];
  const places = [...temperature.keys()]
    .map((row): Place => [((dimension[row]! - 1) / 2) * temperature[row]!, pressure[row]! * volume[row]!])
    .filter(([energy, work]) => energy > 0 && work > 0 && energy + work < Infinity);
  const stride = Math.ceil(places.length / mostDots) || 1;
  return places.filter((_, i) => (places.length - 1 - i) % stride === 0);
}
