import { requirePositive, ThermoError } from '../../error.js';
import type { Estimate } from '../estimate.js';
import { requireWorks } from './requireWorks.js';

/** Where the work distributions of the two directions cross, and how steeply. */
export interface CrooksCrossing {
  /** The work at which P_F(W) = P_R(-W): dF. */
  readonly crossing: Estimate;
  /** T d/dW ln(P_F(W) / P_R(-W)): 1 where the fluctuation theorem holds. */
  readonly slope: Estimate;
}

const mostIterations = 100;

/**
 * Where P_F(W) and P_R(-W) cross, with the slope of their logarithmic ratio left free, so that it tests the theorem.
 *
 * ln(P_F(W) / P_R(-W)) = (W - dF) / T
 *
 * The ratio is fitted as it is, without bins: the log-odds that a work is of the forward switching rather than a reversed
 * one, by logistic regression; errors from the Fisher information. With the slope held at 1 it is Bennett's estimate.
 *
 * @param forward W of each trajectory of the switching, done on the body, started from equilibrium; at least two.
 * @param backward The same of the switching run backwards from equilibrium at its end.
 * @param temperature T, greater than 0.
 * @throws ThermoError when there are fewer than two works a direction, one is not finite, T is not positive, or the two
 *   distributions do not overlap.
 * @see G. E. Crooks, Physical Review E 60, 2721 (1999)
 */
export function crooksCrossing(
  forward: ArrayLike<number>,
  backward: ArrayLike<number>,
  temperature: number,
): CrooksCrossing {
  requirePositive('temperature', temperature);
  const ahead = requireWorks('forward', forward).map((work) => work / temperature);
  const back = requireWorks('backward', backward).map((work) => -work / temperature);
  const centre = (mean(ahead) + mean(back)) / 2;
  const labelled = [
    ...ahead.map((work) => ({ distance: work - centre, label: 1 })),
    ...back.map((work) => ({ distance: work - centre, label: 0 })),
  ];
  const offset = Math.log(ahead.length / back.length);

  let slope = 1;
  let height = 0;
  for (let iteration = 0; iteration < mostIterations; iteration += 1) {
    const { gradient, information } = likelihood(labelled, offset, height, slope);
    const step = solve(information, gradient);
    height += step[0];
    slope += step[1];
    if (!Number.isFinite(height) || !Number.isFinite(slope)) break;
    if (Math.abs(step[0]) + Math.abs(step[1]) < 1e-12) {
      return estimates({
        height,
        slope,
        centre,
        temperature,
        information,
        fixedShares: 1 / ahead.length + 1 / back.length,
      });
    }
  }
  throw new ThermoError(
    'forward and backward do not overlap, so their distributions cross nowhere: switch more slowly or in more steps',
  );
}

/** Height and slope of the log-odds at `centre`: gradient and information of the logarithmic likelihood. */
function likelihood(
  labelled: readonly { readonly distance: number; readonly label: number }[],
  offset: number,
  height: number,
  slope: number,
): { readonly gradient: [number, number]; readonly information: [number, number, number] } {
  const gradient: [number, number] = [0, 0];
  const information: [number, number, number] = [0, 0, 0];
  for (const { distance, label } of labelled) {
    const probability = 1 / (1 + Math.exp(-(offset + height + slope * distance)));
    const spread = probability * (1 - probability);
    gradient[0] += label - probability;
    gradient[1] += (label - probability) * distance;
    information[0] += spread;
    information[1] += spread * distance;
    information[2] += spread * distance ** 2;
  }
  return { gradient, information };
}

function estimates({
  height,
  slope,
  centre,
  temperature,
  information,
  fixedShares,
}: {
  readonly height: number;
  readonly slope: number;
  readonly centre: number;
  readonly temperature: number;
  readonly information: readonly [number, number, number];
  /** 1 / n_F + 1 / n_R, by which the height is surer than regression has it: how many works there are is not by chance. */
  readonly fixedShares: number;
}): CrooksCrossing {
  const [first, mixed, second] = information;
  const determinant = first * second - mixed ** 2;
  // The crossing is centre - height / slope; its variance follows from those of height and slope.
  const away = height / slope;
  const ofHeight = (second + 2 * away * mixed + away ** 2 * first) / determinant - fixedShares;
  const variance = ofHeight / slope ** 2;
  return {
    crossing: {
      value: temperature * (centre - away),
      standardError: temperature * Math.sqrt(variance),
    },
    slope: { value: slope, standardError: Math.sqrt(first / determinant) },
  };
}

function solve(
  [a, b, c]: readonly [number, number, number],
  [x, y]: readonly [number, number],
): [number, number] {
  const determinant = a * c - b ** 2;
  return [(c * x - b * y) / determinant, (a * y - b * x) / determinant];
}

function mean(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0) / values.length;
}
