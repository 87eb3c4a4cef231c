/** Something that a plan's reader should know before the run. */
export interface PlanWarning {
  /** The first step it is about. */
  readonly step: number;
  /** One line, with the remedy. */
  readonly text: string;
}
