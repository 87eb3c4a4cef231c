/** What an alert may be about. */
export type AlertRule = 'notAtEquilibrium' | 'tooHot' | 'frozen' | 'nonFinite' | 'rateBeyondNoise';

/** Something about a run that its owner should look at. */
export interface Alert {
  readonly rule: AlertRule;
  readonly step: number;
  /** One line: what is seen, and what would help. */
  readonly message: string;
}
