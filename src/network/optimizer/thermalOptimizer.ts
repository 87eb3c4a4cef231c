import type * as tf from '@tensorflow/tfjs';
import type { Control, Observation } from '../../control/index.js';
import type { Reading } from './reading.js';

/** An optimizer that treats scale-invariant weights as a gas: it shows readings, and obeys what was observed. */
export interface ThermalOptimizer extends tf.Optimizer {
  /** Steps between two readings, when a monitor reads; null when none does. */
  readingEvery: number | null;
  /** Micro-batches whose mean gradient makes one step; 1 unless gradients are accumulated. */
  readonly gradientAccumulationSteps: number;
  /** Names the model whose scale-invariant weights are meant, unless the options named them. */
  recognize(model: tf.LayersModel): void;
  /** What the next step is told to do, as far as is known now. */
  readonly nextControl: Control;
  /**
   * What every rate is multiplied by, 1 unless a callback has turned it; saved with the optimizer.
   * @throws ThermoError when it is set where a process leads the rate.
   */
  rateFactor: number;
  /** The part of the run that the last step belonged to: a stage's name, or `hold`. */
  readonly phase: string;
  /** True once every stage of the process has ended. */
  readonly ended: boolean;
  /** The scale-invariant variables that moved in the last step, in the groups that share a radius; empty while not known. */
  readonly invariantVariables: readonly (readonly tf.Variable[])[];
  /** Reads what the steps since the last reading showed; the one place that waits for the device. */
  read(): Promise<Reading>;
  /** Takes a measurement into account from the next step on. */
  observe(observation: Observation): void;
}

/** Whether an optimizer can be watched; by what it does, since tfjs answers `instanceof` for any optimizer with yes. */
export function isThermalOptimizer(optimizer: unknown): optimizer is ThermalOptimizer {
  const given = optimizer as Partial<ThermalOptimizer> | null | undefined;
  return (
    typeof given?.applyGradients === 'function' &&
    typeof given.read === 'function' &&
    typeof given.observe === 'function' &&
    typeof given.recognize === 'function'
  );
}
