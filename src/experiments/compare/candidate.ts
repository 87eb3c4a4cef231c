import type { ControlSettings, Stage } from '../../control/index.js';

/** What a comparison asks a candidate to fill. */
export interface Budget {
  /** The base rate, one of the candidate's own. */
  readonly rate: number;
  /** Steps of the run, all of which are taken. */
  readonly steps: number;
  /** Steps between readings; a stage that takes up the radius begins at one. */
  readonly every: number;
}

/** How the scale-invariant weights are led through a run: settings and, where there are any, stages. */
export interface Course {
  readonly settings: ControlSettings;
  /** What is left of the budget after the last stage is spent on holding its end. */
  readonly process?: readonly Stage[];
}

/** A way to schedule a training, to be compared with others. */
export interface Candidate {
  /** Letters, digits and dashes: it names folders. */
  readonly name: string;
  /** One line for tables. */
  readonly summary: string;
  /** The base rates that are tried; every candidate of a comparison has as many. */
  readonly rates: readonly number[];
  /** The course for a budget. Made anew for every run; one budget, one course. */
  course(budget: Budget): Course;
}
