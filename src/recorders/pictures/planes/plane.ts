import type { Axis, Place } from '../../figure/index.js';
import type { WayPoint } from './way.js';

/** A plane in which a gas moves, with curves of constant temperature and entropy. */
export interface Plane {
  readonly title: string;
  readonly caption: string;
  readonly x: Axis;
  readonly y: Axis;
  /** Where a state stands. */
  place(state: WayPoint): Place;
  /** y of the isotherm through a place, at x. */
  isotherm(through: Place, x: number): number;
  /** The adiabat through a place as points from one end of the plane to the other. */
  adiabat(
    through: Place,
    domains: { readonly x: readonly [number, number]; readonly y: readonly [number, number] },
  ): readonly Place[];
}
