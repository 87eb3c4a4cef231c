/** What a balance needs to know of a gas at one reading; a `GasState` will do, as will a recorded point. */
export interface GasReading {
  /** T of the bath, from the noise of the gradient; null when the noise was not estimated. */
  readonly temperature: number | null;
  /** p, the weight decay applied or borne. */
  readonly pressure: number;
  /** V = r^2 / 2. */
  readonly volume: number;
  /** U, the mean training loss; null when not known. */
  readonly internalEnergy: number | null;
  /** S in nats, direction and radius, from any fixed zero; null or absent when not measured. */
  readonly entropy?: number | null;
}
