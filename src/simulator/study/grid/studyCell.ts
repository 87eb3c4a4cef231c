import type { Control, Protocol } from '../../../control/index.js';

/** A cell of the grid of a protocol: what one chain runs under. */
export interface StudyCell {
  /** Tells which of the three grids it is of. */
  readonly protocol: Protocol;
  /** Its place along the rates, from 0. */
  readonly row: number;
  /** Its place along the weight decays or, on a sphere, the radii, from 0. */
  readonly column: number;
  /** eta or eta_eff. */
  readonly rate: number;
  /** lambda or, on a sphere, r. */
  readonly constraint: number;
  /** The same as the chain's control. */
  readonly control: Control;
}
