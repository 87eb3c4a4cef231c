import { lostWork } from '../balance/index.js';
import type { EquilibriumState } from '../processes/index.js';
import type { Cycle } from './cycle.js';
import { cycleBalance } from './cycleBalance.js';

/** What a cycle gives whose legs take a finite time, the volume moved by weight decay. Energies are in units of the loss. */
export interface FiniteTimeBalance {
  /** The quasi-static net work less what haste costs. */
  readonly netWork: number;
  /** The heat taken up on the legs that take up heat when quasi-static. */
  readonly heatIn: number;
  /**
   * Net work over heat in; negative for a cycle so hasty that it takes work, null for one so hasty that the legs which should
   * take up heat give it off.
   */
  readonly efficiency: number | null;
  /** Net work per step of the legs. */
  readonly power: number;
  /** Steps of a leg at which the power is greatest: there half of the quasi-static net work is lost. */
  readonly legStepsAtGreatestPower: number;
}

/**
 * The work, heat and efficiency of one round whose legs take N steps each, to first order in 1 / N.
 *
 * W = W_quasi-static - A / N, A / N = sum of the legs' `lostWork`; the power W / (legs N) is greatest at N = 2 A / W_quasi-static
 *
 * What the direction lags behind the bath is left out: it moves heat from one leg to the next, but takes no work.
 *
 * @param start Where the gas is before the first leg.
 * @throws ThermoError when the cycle does not close, eta_eff is not positive or N is not a whole number of at least 1.
 * @see M. Esposito, R. Kawai, K. Lindenberg and C. Van den Broeck, Physical Review Letters 105, 150603 (2010), for such engines
 */
export function finiteTimeBalance(
  cycle: Cycle,
  start: EquilibriumState,
  {
    effectiveLearningRate,
    legSteps,
  }: {
    /** eta_eff at the start, greater than 0; it goes as T. */
    readonly effectiveLearningRate: number;
    /** N, at least 1. */
    readonly legSteps: number;
  },
): FiniteTimeBalance {
  const quasiStatic = cycleBalance(cycle, start);
  const losses = quasiStatic.paths.map(({ start: from, end: to }) =>
    lostWork({
      logVolumeChange: Math.log(to.volume / from.volume),
      logTemperatureChange: Math.log(to.temperature / from.temperature),
      effectiveLearningRate: (effectiveLearningRate * from.temperature) / start.temperature,
      steps: legSteps,
    }),
  );
  const lost = losses.reduce((sum, loss) => sum + loss, 0);
  const lostOfHeat = losses.reduce(
    (sum, loss, leg) => (quasiStatic.paths[leg]!.heat(1) > 0 ? sum + loss : sum),
    0,
  );
  const netWork = quasiStatic.netWork - lost;
  const heatIn = quasiStatic.heatIn - lostOfHeat;
  return {
    netWork,
    heatIn,
    efficiency: heatIn > 0 ? netWork / heatIn : null,
    power: netWork / (cycle.length * legSteps),
    legStepsAtGreatestPower: (2 * lost * legSteps) / quasiStatic.netWork,
  };
}
