import * as tf from '@tensorflow/tfjs';
import type { Control, Controller, Observation } from '../../control/index.js';
import { accumulation, type Accumulation } from './accumulation.js';
import type { SavedAccumulation } from './savedAccumulation.js';
import { binding, type Binding } from './binding.js';
import type { NamedTensor } from './savedState.js';
import type { Reading } from './reading.js';
import { scalars } from './scalars.js';
import type { ThermalOptimizer } from './thermalOptimizer.js';
import type { WeightBinder } from './weightBinder.js';

/** What every optimizer of a gas is: a controller that it obeys, weights that it is bound to, and what it hands out. */
export abstract class GasOptimizer extends tf.Optimizer implements ThermalOptimizer {
  /**
   * Steps between two readings, when a monitor reads: the step before each reading then shows its angle and every layer.
   * Null (the default) when none does.
   */
  readingEvery: number | null = null;

  /** What is obeyed. */
  protected controller: Controller;
  /** Finds the scale-invariant weights among the variables of a step. */
  protected binder: WeightBinder;
  /** The variables of the last step, or the state that the first one takes up. */
  protected binding: Binding = binding();
  /** Numbers on the device. */
  protected readonly scalars = scalars();
  /** Null where each call of applyGradients is a step. */
  #accumulation: Accumulation | null;
  #handedOut: readonly NamedTensor[] = [];
  #shownLoss: tf.Scalar | null = null;
  #phase = 'hold';

  protected constructor(controller: Controller, binder: WeightBinder, gradientAccumulationSteps = 1) {
    super();
    this.controller = controller;
    this.binder = binder;
    this.#accumulation = gradientAccumulationSteps === 1 ? null : accumulation(gradientAccumulationSteps);
  }

  /** Calls of applyGradients, each with the gradients of a micro-batch, that make one step with their mean. */
  get gradientAccumulationSteps(): number {
    return this.#accumulation?.every ?? 1;
  }

  /** Names the model whose scale-invariant weights are meant, unless the options named them. */
  recognize(model: tf.LayersModel): void {
    this.binder.recognize(model);
  }

  /** What the next step is told to do, as far as is known now. */
  get nextControl(): Control {
    return this.controller.next(this.iterations).control;
  }

  /** What every rate is multiplied by, those of the other weights too: 1 unless a callback has turned it. */
  get rateFactor(): number {
    return this.controller.rateFactor;
  }

  /** @throws ThermoError where a process leads the rate, and for a negative number. */
  set rateFactor(factor: number) {
    this.controller.rateFactor = factor;
  }

  /** The part of the run that the last step belonged to: a stage's name, or `hold`. */
  get phase(): string {
    return this.#phase;
  }

  /** True once every stage of the process has ended. */
  get ended(): boolean {
    return this.controller.endedBy(this.iterations);
  }

  /** The scale-invariant variables that moved in the last step, in the groups that share a radius; empty while not known. */
  get invariantVariables(): readonly (readonly tf.Variable[])[] {
    const weights = this.binding.bound?.weights;
    return (weights?.invariant ?? []).flatMap(({ present, dimension }) =>
      dimension < 2 ? [] : [present.map((position) => weights!.variables[position]!)],
    );
  }

  /** Takes a measurement into account from the next step on; a monitor calls it after each reading. */
  observe(observation: Observation): void {
    this.controller.observe(observation);
  }

  /** As tf.Optimizer's, and remembers the loss for the next reading. */
  override computeGradients(
    loss: () => tf.Scalar,
    variables?: tf.Variable[],
  ): ReturnType<tf.Optimizer['computeGradients']> {
    const computed = this.gradientsOf(loss, variables);
    if (this.#accumulation === null) this.#shownLoss = computed.value;
    else this.#accumulation.addLoss(computed.value);
    return computed;
  }

  /**
   * One step, or a micro-batch's part of one.
   * @param given gradients by variable name; null or undefined where a variable has none.
   * @throws ThermoError when a saved state does not fit the variables, or the gas that is asked for is not there.
   */
  override applyGradients(given: tf.NamedTensorMap | NamedTensor[]): void {
    this.takeBack();
    const named = Array.isArray(given)
      ? given
      : Object.entries(given).map(([name, tensor]) => ({ name, tensor }));
    if (this.#accumulation === null) {
      this.takeStep(named);
      return;
    }
    this.#accumulation.add(named, (means, loss) => {
      this.#shownLoss = loss;
      this.takeStep(means);
    });
  }

  /** Reads what the steps since the last reading showed, and starts a new window. The one place that waits for the device. */
  abstract read(): Promise<Reading>;

  /** Lets go of every tensor the optimizer holds; the model's weights stay. */
  override dispose(): void {
    this.binding.dispose();
    this.#accumulation?.dispose();
    this.takeBack();
    this.binder.dispose();
    this.scalars.dispose();
  }

  /** One step along gradients, null where a variable has none. */
  protected abstract takeStep(named: readonly NamedTensor[]): void;

  /** What a config says of the accumulation: nothing where there is none. */
  protected accumulationConfig(): { readonly accumulation?: SavedAccumulation } {
    return this.#accumulation === null ? {} : { accumulation: this.#accumulation.save() };
  }

  /** Takes up the accumulation that a config speaks of, whose sums are still to come. */
  protected resumeAccumulation(saved: SavedAccumulation | undefined): void {
    if (saved !== undefined) this.#accumulation = accumulation(saved.every, saved);
  }

  /** The sums of the step under way, to be saved. */
  protected accumulated(): NamedTensor[] {
    return this.#accumulation?.tensors() ?? [];
  }

  /** Takes up saved sums. */
  protected loadAccumulated(named: readonly NamedTensor[]): void {
    this.#accumulation?.load(named);
  }

  /** How gradients are computed. */
  protected gradientsOf(
    loss: () => tf.Scalar,
    variables?: tf.Variable[],
  ): ReturnType<tf.Optimizer['computeGradients']> {
    return super.computeGradients(loss, variables);
  }

  /** The loss of the step under way, where it was shown and is still there. */
  protected get shownLoss(): tf.Scalar | null {
    return this.#shownLoss?.isDisposed === false ? this.#shownLoss : null;
  }

  /** Ends a step that belonged to a phase. */
  protected endStep(phase: string): void {
    this.#shownLoss = null;
    this.#phase = phase;
    this.incrementIterations();
  }

  /** Tensors that live until the next step, since tfjs does not dispose what it saves. */
  protected handOut(tensors: readonly NamedTensor[]): NamedTensor[] {
    this.takeBack();
    this.#handedOut = tensors;
    return [...tensors];
  }

  /** Disposes of what was handed out. */
  protected takeBack(): void {
    tf.dispose(this.#handedOut.map(({ tensor }) => tensor));
    this.#handedOut = [];
  }
}
