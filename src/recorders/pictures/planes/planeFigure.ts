import { rangeOf, seriesColour, type Figure, type Line, type Mark, type Place } from '../../figure/index.js';
import type { Plane } from './plane.js';
import type { Shown } from '../shown.js';
import { wayOf } from './way.js';

/** Curves of a family that are drawn across a plane, and points of one. */
const curves = 5;
const resolution = 40;

type Ends = readonly [number, number];

/**
 * A plane with its isotherms and adiabats and the ways of the runs, a dot where each is now.
 *
 * @returns null where no run has a state that can be drawn
 */
export function planeFigure(plane: Plane, shown: Shown): Figure | null {
  const ways = shown.runs
    .map((run) => ({
      name: run.name,
      colour: seriesColour(run.colour),
      places: wayOf(run, shown).map((state) => plane.place(state)),
    }))
    .filter(({ places }) => places.length > 0);
  if (ways.length === 0) return null;
  const all = ways.flatMap(({ places }) => places);
  const x = {
    ...plane.x,
    domain: rangeOf(
      all.map(([x]) => x),
      plane.x.scale,
    ),
  };
  const y = {
    ...plane.y,
    domain: rangeOf(
      all.map(([, y]) => y),
      plane.y.scale,
    ),
  };
  const now = ways.map(({ name, places }) => {
    const [x, y] = places.at(-1)!.map((value) => Number(value.toPrecision(3)));
    return `${name} now at ${x}, ${y}`;
  });
  const marks: Mark[] = [
    ...families(plane, x.domain, y.domain),
    ...ways.map((way): Mark => ({ kind: 'line', ...way, dash: [], width: 1.5 })),
    ...ways.map(({ colour, places }): Mark => {
      return { kind: 'dots', name: null, colour, places: places.slice(-1), radius: 5, opacity: 1 };
    }),
  ];
  return {
    title: plane.title,
    description: `${plane.x.label} and ${plane.y.label}: ${now.join('; ')}.`,
    columns: 1,
    size: { width: 560, panelHeight: 300 },
    x,
    y,
    panels: [{ title: null, marks }],
  };
}

/** Isotherms and adiabats through places evenly spaced along the plane's diagonal. */
function families(plane: Plane, x: Ends, y: Ends): readonly Line[] {
  const through = Array.from({ length: curves }, (_, i): Place => {
    const share = (i + 0.5) / curves;
    return [along(plane.x.scale, x, share), along(plane.y.scale, y, share)];
  });
  const isotherms = through.map((place) =>
    Array.from({ length: resolution + 1 }, (_, i): Place => {
      const at = along(plane.x.scale, x, i / resolution);
      return [at, plane.isotherm(place, at)];
    }),
  );
  const adiabats = through.map((place) => plane.adiabat(place, { x, y }));
  return [family('isotherms', [], isotherms), family('adiabats', [5, 4], adiabats)];
}

/** Curves as one line that is broken between them. */
function family(name: string, dash: readonly number[], lines: readonly (readonly Place[])[]): Line {
  const places = lines.flatMap((line) => [...line, null]);
  return { kind: 'line', name, colour: 'muted', dash, width: 0.75, places };
}

function along(scale: 'linear' | 'log', [from, to]: Ends, share: number): number {
  return scale === 'log' ? from * (to / from) ** share : from + (to - from) * share;
}
