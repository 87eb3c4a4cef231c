import type { Observation } from '../../src/control/index.js';
import { ensemble, webWorkers, type Conditions } from '../../src/simulator/index.js';

/** What an ensemble showed in a page. */
export interface SimulatedInPage {
  readonly observation: Observation;
  readonly weights: number[];
  readonly engine: string;
}

/** Runs an ensemble in the page alone or, given the address of a worker's script, on two of them. */
async function simulateInPage(script: string | null): Promise<SimulatedInPage> {
  const pool =
    script === null ? null : webWorkers({ workers: 2, start: () => new Worker(script, { type: 'module' }) });
  const gas = await ensemble({ dimension: 20, chains: 1001, ...(pool === null ? {} : { pool }) });
  const conditions: Conditions = {
    control: {
      protocol: 'fixedEffectiveLearningRate',
      effectiveLearningRate: 0.01,
      weightDecay: 0.02,
      momentum: 0.5,
    },
    deviation: 1,
    strength: 1,
  };
  const observation = await gas.run(Array.from({ length: 250 }, () => conditions));
  const weights = [...(await gas.weights())];
  const { name } = gas.engine;
  await gas.dispose();
  await pool?.dispose();
  return { observation, weights, engine: name };
}

Object.assign(globalThis, { simulateInPage });
