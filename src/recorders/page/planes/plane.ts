import type { Figure, FigureAxis, FigureLine } from '../figure/figure.js';
import type { View } from '../panel/view.js';
import { rangeOf } from '../charts/rangeOf.js';
import { wayOf, type WayPoint } from './wayOf.js';

/** A plane in which a gas moves, with curves of constant temperature and entropy. */
export interface Plane {
  readonly title: string;
  readonly caption: string;
  readonly x: Omit<FigureAxis, 'domain'>;
  readonly y: Omit<FigureAxis, 'domain'>;
  /** Where a state stands. */
  place(state: WayPoint): readonly [number, number];
  /** y of the isotherm through a place, at x. */
  isotherm(through: readonly [number, number], x: number): number;
  /** The adiabat through a place as points from one end of the plane to the other. */
  adiabat(
    through: readonly [number, number],
    domains: { readonly x: readonly [number, number]; readonly y: readonly [number, number] },
  ): readonly (readonly [number, number])[];
}

/** Curves of a family that are drawn across a plane. */
const curves = 5;

/** A plane with its curves and the ways of the runs that are shown; null while there are none. */
export function planeFigure(plane: Plane, view: View): Figure | null {
  const ways = view.runs
    .filter(({ isShown }) => isShown)
    .map((run) => ({
      name: run.description.name,
      colour: view.colours.runs[run.colour % view.colours.runs.length]!,
      points: wayOf(run.table, view.choices).map((state) => plane.place(state)),
    }))
    .filter(({ points }) => points.length > 0);
  if (ways.length === 0) return null;
  const all = ways.flatMap(({ points }) => points);
  const domains = {
    x: rangeOf(
      all.map(([x]) => x),
      plane.x.scale,
    ),
    y: rangeOf(
      all.map(([, y]) => y),
      plane.y.scale,
    ),
  };
  const lines: FigureLine[] = [
    ...background(plane, domains, view.colours.muted),
    ...ways.map(({ name, colour, points }) => ({ name, colour, dash: [], width: 1.5, points })),
  ];
  return {
    title: plane.title,
    description: `${plane.title}: ${ways
      .map(
        ({ name, points }) =>
          `${name} now at ${points
            .at(-1)!
            .map((value) => value.toPrecision(3))
            .join(', ')}`,
      )
      .join('; ')}`,
    width: 560,
    height: 380,
    x: { ...plane.x, domain: domains.x },
    y: { ...plane.y, domain: domains.y },
    colours: view.colours,
    lines,
    dots: ways.map(({ colour, points }) => ({ at: points.at(-1)!, colour })),
  };
}

/** Isotherms and adiabats through places evenly spaced along the plane's diagonal. */
function background(
  plane: Plane,
  domains: { readonly x: [number, number]; readonly y: [number, number] },
  colour: string,
): FigureLine[] {
  const along = (scale: 'linear' | 'log', [from, to]: readonly [number, number], share: number): number =>
    scale === 'log' ? from * (to / from) ** share : from + (to - from) * share;
  return Array.from({ length: curves }, (_, i) => (i + 0.5) / curves).flatMap((share, i) => {
    const through = [along(plane.x.scale, domains.x, share), along(plane.y.scale, domains.y, share)] as const;
    const isotherm = Array.from({ length: 41 }, (_, j) => {
      const x = along(plane.x.scale, domains.x, j / 40);
      return [x, plane.isotherm(through, x)] as const;
    });
    return [
      { name: i === 0 ? 'isotherms' : null, colour, dash: [], width: 0.75, points: isotherm },
      {
        name: i === 0 ? 'adiabats' : null,
        colour,
        dash: [5, 4],
        width: 0.75,
        points: plane.adiabat(through, domains),
      },
    ];
  });
}
