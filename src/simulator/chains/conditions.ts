import type { Control } from '../../control/index.js';

/** What a chain takes a step under. */
export interface Conditions {
  readonly control: Control;
  /** sigma, the noise's deviation; at least 0. */
  readonly deviation: number;
  /** h, the energy's strength. */
  readonly strength: number;
}
