import type { Conditions } from '../../src/simulator/chains/conditions.js';
import { loadKernel } from '../../src/simulator/kernel/loadKernel.js';
import { startWeights } from './chainsArbitraries.js';

/** Small, so that the bias of a finite step, of order eta_eff, is a sixth of what 20,000 samples could show. */
const effectiveLearningRate = 0.002;
const bins = 20;

/** The cosines that divide von Mises-Fisher's density into bins of equal chance: (1 - c^2)^((d - 3) / 2) exp(-kappa c). */
function binEdges(dimension: number, concentration: number): number[] {
  const points = 200_000;
  const masses = Array.from({ length: points }, (_, i) => {
    const angle = ((i + 0.5) * Math.PI) / points;
    return Math.sin(angle) ** (dimension - 2) * Math.exp(-concentration * (Math.cos(angle) + 1));
  });
  const whole = masses.reduce((sum, mass) => sum + mass, 0);
  const edges: number[] = [];
  let below = 0;
  for (const [i, mass] of masses.entries()) {
    below += mass;
    if (below >= ((edges.length + 1) * whole) / bins && edges.length < bins - 1) {
      edges.push(Math.cos(((i + 1) * Math.PI) / points));
    }
  }
  return edges;
}

/**
 * Chi-square, of 19 degrees of freedom, of 20,000 independent cosines between w and mu on the sphere at a temperature, against
 * von Mises and Fisher's density.
 */
export async function cosineChiSquare(dimension: number, temperature: number): Promise<number> {
  const chains = 1000;
  const direction = new Float64Array(dimension);
  direction[0] = 1;
  const body = (await loadKernel()).chains({
    dimension,
    chains,
    seed: 17,
    firstChain: 0,
    weights: startWeights(dimension, chains, 23),
    energy: { kind: 'linear', direction, offset: 1 },
    noise: { kind: 'isotropic' },
  });
  // T = eta_eff sigma^2 / 2 on the unit sphere.
  const conditions: Conditions = {
    control: { protocol: 'fixedSphere', effectiveLearningRate, radius: 1, momentum: 0 },
    deviation: Math.sqrt((2 * temperature) / effectiveLearningRate),
    strength: 1,
  };
  // Without the energy the cosine relaxes at eta_eff T (d - 1) a step, and the energy only quickens it: samples six times apart.
  const apart = Math.ceil(6 / (effectiveLearningRate * temperature * (dimension - 1)));
  const all = Array.from({ length: chains }, () => conditions);
  const edges = binEdges(dimension, 1 / temperature);
  const counts = Array.from({ length: bins }, () => 0);
  const rounds = 20;
  body.runApart(all, apart);
  for (let round = 0; round < rounds; round += 1) {
    body.runApart(all, apart);
    const weights = body.weights();
    for (let chain = 0; chain < chains; chain += 1) {
      const cosine = weights[chain * dimension]!;
      counts[edges.filter((edge) => cosine < edge).length]! += 1;
    }
  }
  const expected = (chains * rounds) / bins;
  body.dispose();
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}
