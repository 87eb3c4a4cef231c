import { ThermoError } from '../../error.js';
import type { GasReading } from './gasReading.js';

/** What a gas has taken in and given out between the first of several readings and the last. */
export interface EnergyBalance {
  /** W = integral of p dV, done by the gas. */
  readonly work: number;
  /** dU. */
  readonly energyChange: number;
  /** Q = dU + W, the heat that the first law says was taken up. */
  readonly heat: number;
  /** dS in nats; null when S was not measured. */
  readonly entropyChange: number | null;
  /** Integral of T dS: the heat that S says was taken up if nothing was lost; null when T or S was not measured. */
  readonly reversibleHeat: number | null;
  /** Integral of dQ / T, the entropy that the bath gave; null when T was not measured. */
  readonly entropyFlow: number | null;
  /** sigma = dS - integral of dQ / T, at least 0 but for errors of measurement; null when T or S was not measured. */
  readonly entropyProduction: number | null;
}

/**
 * The work, heat and entropy production along the readings of a process, whatever body showed them.
 *
 * W = sum p dV, Q = dU + W, sigma = dS - sum dQ / T, each sum with the means of neighbouring readings (trapezoids)
 *
 * `heat` closes the first law by definition. Where S was measured on its own, `reversibleHeat` comes from other
 * measurements than `heat` does, and near equilibrium the two agree: that closure tests the law.
 *
 * @param readings In the order they were made, at least two. T is the bath's, so what the gas lags behind it is counted
 *   as production.
 * @throws ThermoError when there are fewer than two readings, or U is missing in one.
 */
export function energyBalance(readings: readonly GasReading[]): EnergyBalance {
  if (readings.length < 2) {
    throw new ThermoError(
      `readings has ${readings.length} ${readings.length === 1 ? 'entry' : 'entries'}: pass at least two`,
    );
  }
  const intervals = readings.slice(1).map((after, index) => interval(readings[index]!, after, index));
  const entropyChange = total(intervals.map((each) => each.entropyChange));
  const entropyFlow = total(intervals.map((each) => each.entropyFlow));
  const work = sum(intervals.map((each) => each.work));
  const energyChange = sum(intervals.map((each) => each.energyChange));
  return {
    work,
    energyChange,
    heat: energyChange + work,
    entropyChange,
    reversibleHeat: total(intervals.map((each) => each.reversibleHeat)),
    entropyFlow,
    entropyProduction: entropyChange === null || entropyFlow === null ? null : entropyChange - entropyFlow,
  };
}

function interval(before: GasReading, after: GasReading, index: number) {
  const work = ((before.pressure + after.pressure) / 2) * (after.volume - before.volume);
  const energyChange = energyOf(after, index + 1) - energyOf(before, index);
  const temperature = mapBoth(before.temperature, after.temperature, (one, other) => (one + other) / 2);
  const entropyChange = mapBoth(before.entropy, after.entropy, (one, other) => other - one);
  return {
    work,
    energyChange,
    entropyChange,
    entropyFlow: temperature === null ? null : (energyChange + work) / temperature,
    reversibleHeat: mapBoth(temperature, entropyChange, (one, other) => one * other),
  };
}

function energyOf({ internalEnergy }: GasReading, index: number): number {
  if (internalEnergy === null) {
    throw new ThermoError(
      `internalEnergy is not measured in readings[${index}]: let the body be read together with its loss`,
    );
  }
  return internalEnergy;
}

function mapBoth(
  one: number | null | undefined,
  other: number | null | undefined,
  combine: (one: number, other: number) => number,
): number | null {
  return one === null || one === undefined || other === null || other === undefined
    ? null
    : combine(one, other);
}

/** The sum, null where any part of it is missing. */
function total(values: readonly (number | null)[]): number | null {
  return values.every((value) => value !== null) ? sum(values) : null;
}

function sum(values: readonly number[]): number {
  return values.reduce((whole, value) => whole + value, 0);
}
