/** A part of a plan: a stage, and how far from quasi-static it is. */
export interface PlanPhase {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  /** Longest relaxation time of the volume on the way, in steps; 0 where the volume is prescribed, Infinity where nothing relaxes. */
  readonly relaxationTime: number;
}
