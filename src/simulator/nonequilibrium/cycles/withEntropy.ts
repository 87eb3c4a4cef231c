/** A reading with C_V = Var(L) / T^2, from the fluctuations of the loss between the chains. */
export interface HeatCapacityReading {
  readonly temperature: number;
  readonly pressure: number;
  readonly volume: number;
  readonly internalEnergy: number;
  readonly heatCapacity: number;
}

/** A reading with S in nats, from 0 at the first one. */
export interface EntropyReading extends Omit<HeatCapacityReading, 'heatCapacity'> {
  readonly entropy: number;
}

/**
 * Integrates S along readings: apart from U and p, so that the first law can be tested on what it makes of it.
 *
 * dS = C_V dT / T + R dV / V; the first term is the direction's, the second the radius's (d - 1) d ln r
 */
export function withEntropy(
  readings: readonly HeatCapacityReading[],
  gasConstant: number,
): readonly EntropyReading[] {
  let entropy = 0;
  return readings.map(({ heatCapacity, ...reading }, index) => {
    const before = readings[index - 1];
    if (before !== undefined) {
      entropy +=
        ((before.heatCapacity + heatCapacity) / 2) * Math.log(reading.temperature / before.temperature) +
        gasConstant * Math.log(reading.volume / before.volume);
    }
    return { ...reading, entropy };
  });
}
