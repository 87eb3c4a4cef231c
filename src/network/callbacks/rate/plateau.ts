/** What is remembered of a metric between epochs, as plain JSON. */
export interface PlateauState {
  /** The value to beat; null before the first finite one. */
  readonly best: number | null;
  /** Epochs in a row that did not. */
  readonly waited: number;
  /** Epochs still not to be counted. */
  readonly cooldown: number;
}

/** When a plateau is one. */
export interface PlateauRule {
  /** Epochs without improvement until the rate is reduced. */
  readonly patience: number;
  /** Epochs after a reduction that are not counted. */
  readonly cooldown: number;
  /** Whether a value improves on the best. */
  isBetter(value: number, best: number | null): boolean;
}

/** The state before the first epoch. */
export const unseen: PlateauState = { best: null, waited: 0, cooldown: 0 };

/** The state after an epoch's value, and whether the rate is to be reduced. */
export function afterEpoch(
  { best, waited, cooldown }: PlateauState,
  value: number,
  rule: PlateauRule,
): { readonly state: PlateauState; readonly isDue: boolean } {
  const improved = rule.isBetter(value, best);
  const counted = improved || cooldown > 0 ? 0 : waited + 1;
  const isDue = counted > 0 && counted >= rule.patience;
  return {
    state: {
      best: improved ? value : best,
      waited: isDue ? 0 : counted,
      cooldown: isDue ? rule.cooldown : Math.max(0, cooldown - 1),
    },
    isDue,
  };
}
