import * as tf from '@tensorflow/tfjs';
import {
  controller,
  controllerFrom,
  restoredSettings,
  type Control,
  type Controller,
  type Observation,
} from '../../control/index.js';
import { ThermoError } from '../../error.js';
import { binding } from '../optimizer/binding.js';
import { radiiOf, requireOneRadius, savedOthers } from '../optimizer/options.js';
import type { Reading } from '../optimizer/reading.js';
import { namedTensors, savedTensors, type NamedTensor } from '../optimizer/savedState.js';
import { scalars } from '../optimizer/scalars.js';
import type { ThermalOptimizer } from '../optimizer/thermalOptimizer.js';
import { weightBinder, type WeightBinder } from '../optimizer/weightBinder.js';
import { decayedWeights, variableOrder, type DecayedWeights } from '../variables/index.js';
import { clipping, clippingOptions, type Clipping, type ClippingOptions } from './clipping.js';
import { gasMotion } from './gasMotion.js';
import { moveAtEffectiveRate } from './moveAtEffectiveRate.js';
import { moveAtLearningRate } from './moveAtLearningRate.js';
import {
  gasSettings,
  requireThermalizeOptions,
  settledOthers,
  type SettledOthers,
  type ThermalizeOptions,
} from './options.js';
import { restoredOwn, savedOwn } from './ownConfig.js';
import { ownRate, type OwnRate } from './ownRate.js';
import { disposeOwn, ownState, restoreOwnState } from './ownState.js';
import type { SavedThermalized } from './savedThermalized.js';
import { hasTemperature, momentumOf, requireNoTemperature, withoutTemperature } from './temperature.js';

/**
 * An optimizer that obeys schedules, processes, weight decay, clipping and the sphere with the steps of another: see
 * `thermalize`, which makes it.
 */
export class ThermalizedOptimizer extends tf.Optimizer implements ThermalOptimizer {
  /** The name under which tfjs saves and loads it. */
  static get className(): string {
    return 'ThermalizedOptimizer';
  }

  /** Rebuilds a saved optimizer; tfjs calls it when it loads a model. */
  static override fromConfig<T extends tf.serialization.Serializable>(
    _: tf.serialization.SerializableConstructor<T>,
    config: tf.serialization.ConfigDict,
  ): T {
    return ThermalizedOptimizer.#restored(config as unknown as SavedThermalized) as unknown as T;
  }

  /** Steps between two readings, when a monitor reads; null (the default) when none does. */
  readingEvery: number | null = null;

  /** The optimizer whose steps these are. */
  readonly wrapped: tf.Optimizer;

  readonly #rate: OwnRate;
  readonly #momentum: number;
  readonly #clipOptions: ClippingOptions;
  readonly #clip: Clipping | null;
  readonly #radii: 'global' | 'perLayer';
  readonly #scalars = scalars();
  #isGasNamed: boolean;
  #others: SettledOthers | null;
  #decayed: DecayedWeights;
  #controller: Controller;
  #binder: WeightBinder;
  #binding = binding();
  #order = variableOrder();
  #handedOut: readonly NamedTensor[] = [];
  #shownLoss: tf.Scalar | null = null;
  #phase = 'hold';

  constructor(optimizer: tf.Optimizer, options: ThermalizeOptions) {
    super();
    requireThermalizeOptions(options);
    this.wrapped = optimizer;
    this.#rate = ownRate(optimizer);
    this.#momentum = momentumOf(optimizer);
    const settings = gasSettings(options, { learningRate: this.#rate.given, momentum: this.#momentum });
    this.#controller = controller(settings, options.process);
    requireOneRadius(options);
    if (!hasTemperature(optimizer)) requireNoTemperature(options.process ?? [], optimizer.getClassName());
    this.#others = settledOthers(options.others, this.#rate.given);
    this.#clipOptions = clippingOptions(options);
    this.#clip = clipping(options, this.#scalars);
    this.#decayed = decayedWeights(options.decay ?? null);
    this.#radii = radiiOf(options);
    this.#isGasNamed = options.invariant !== undefined;
    this.#binder = weightBinder(options.invariant ?? null, this.#radii);
  }

  static #restored(saved: SavedThermalized): ThermalizedOptimizer {
    const { clip, radii, others } = saved;
    const optimizer = new ThermalizedOptimizer(restoredOwn(saved.optimizer), { ...clip, radii });
    optimizer.#controller = controllerFrom(saved.controller);
    optimizer.#others =
      others === 'frozen' ? null : settledOthers(restoredSettings(others), optimizer.#rate.given);
    optimizer.#decayed = decayedWeights(saved.decay);
    optimizer.#isGasNamed = saved.groups !== null || saved.invariant !== null;
    optimizer.#binder = weightBinder(saved.invariant?.map(({ name }) => name) ?? null, radii, saved);
    optimizer.#binding = binding({ shapes: saved.shapes, window: saved.window });
    optimizer.#order = variableOrder(saved.order);
    return optimizer;
  }

  /** Names the model whose scale-invariant weights are meant, unless the options named them. */
  recognize(model: tf.LayersModel): void {
    this.#binder.recognize(model);
  }

  /** What the next step is told to do, as far as is known now. */
  get nextControl(): Control {
    return this.#controller.next(this.iterations).control;
  }

  /** What every rate is multiplied by, those of the other weights too: 1 unless a callback has turned it. */
  get rateFactor(): number {
    return this.#controller.rateFactor;
  }

  /** @throws ThermoError where a process leads the rate, and for a negative number. */
  set rateFactor(factor: number) {
    this.#controller.rateFactor = factor;
  }

  /** The part of the run that the last step belonged to: a stage's name, or `hold`. */
  get phase(): string {
    return this.#phase;
  }

  /** True once every stage of the process has ended. */
  get ended(): boolean {
    return this.#controller.endedBy(this.iterations);
  }

  /** The scale-invariant variables that moved in the last step, in the groups that share a radius; empty while not known. */
  get invariantVariables(): readonly (readonly tf.Variable[])[] {
    const weights = this.#binding.bound?.weights;
    return (weights?.invariant ?? []).flatMap(({ present, dimension }) =>
      dimension < 2 ? [] : [present.map((position) => weights!.variables[position]!)],
    );
  }

  /** Takes a measurement into account from the next step on; a monitor calls it after each reading. */
  observe(observation: Observation): void {
    this.#controller.observe(observation);
  }

  /** As the wrapped optimizer's, and remembers the loss for the next reading. */
  override computeGradients(
    loss: () => tf.Scalar,
    variables?: tf.Variable[],
  ): ReturnType<tf.Optimizer['computeGradients']> {
    const computed = this.wrapped.computeGradients(loss, variables);
    this.#shownLoss = computed.value;
    return computed;
  }

  /**
   * One step.
   * @param given gradients by variable name; null or undefined where a variable has none.
   * @throws ThermoError when a saved state does not fit the variables, or the gas that is asked for is not there.
   */
  override applyGradients(given: tf.NamedTensorMap | NamedTensor[]): void {
    this.#takeBack();
    const named = Array.isArray(given)
      ? given
      : Object.entries(given).map(([name, tensor]) => ({ name, tensor }));
    const names = named.map(({ name }) => name);
    const order = this.#order.with(names);
    const { registeredVariables } = tf.engine();
    const known = order.flatMap((name) => registeredVariables[name] ?? []);
    const gradients = new Map(
      named.flatMap(({ name, tensor }) => (tensor == null ? [] : [[name, tensor] as const])),
    );
    const { control, phase } = this.#controller.next(this.iterations);

    tf.tidy(() => {
      const bound = this.#isWatched(control.protocol) ? this.#binding.bind(this.#binder, names) : null;
      const gas = bound && {
        bound,
        motions: gasMotion(bound, this.#positioned(gradients), this.#scalars),
        shown: { step: this.iterations, readingEvery: this.readingEvery },
      };
      const step = {
        gradients,
        clipped: this.#clipped(gradients),
        variables: known.filter(({ name }) => gradients.has(name)),
        decayed: this.#decayed.among(known),
        gas,
        momentum: this.#momentum,
        scalars: this.#scalars,
        moveBy: (rate: number, moving: ReadonlyMap<string, tf.Tensor>) => {
          this.#rate.set(rate);
          const slots = order.map((name) => ({ name, tensor: moving.get(name) ?? null }));
          this.wrapped.applyGradients(slots as NamedTensor[]);
        },
      };
      if (control.protocol === 'fixedLearningRate') moveAtLearningRate(step, control);
      else {
        const others = this.#others?.at(this.iterations, this.rateFactor) ?? null;
        moveAtEffectiveRate({ ...step, gas: gas! }, control, others);
      }
      const loss = this.#shownLoss === null || this.#shownLoss.isDisposed ? null : this.#shownLoss;
      bound?.gauge.endStep(control, loss);
    });
    this.#shownLoss = null;
    this.#phase = phase;
    this.incrementIterations();
  }

  /**
   * Reads what the steps since the last reading showed, and starts a new window. This is the one place that waits for the
   * device.
   * @throws ThermoError when no step was shown since, or the scale-invariant weights are not known yet.
   */
  async read(): Promise<Reading> {
    const { bound } = this.#binding;
    if (bound === null) {
      throw new ThermoError(
        'there is nothing to read: name the scale-invariant weights with `invariant` or set readingEvery, and take a step first',
      );
    }
    const reading = await bound.gauge.read(this.iterations);
    return hasTemperature(this.wrapped) ? reading : withoutTemperature(reading);
  }

  /**
   * The step count, the window not read yet and the state of the wrapped optimizer. Tensors made for it live until the next
   * step, since tfjs does not dispose what it saves.
   */
  override async getWeights(): Promise<NamedTensor[]> {
    this.#takeBack();
    const tensors = this.#binding.tensors();
    this.#handedOut = [await this.saveIterations(), ...(tensors ? namedTensors(tensors) : [])];
    return [...this.#handedOut, ...(await ownState(this.wrapped))];
  }

  /** Takes what `getWeights` gave. */
  override async setWeights(weightValues: NamedTensor[]): Promise<void> {
    const saved = await this.extractIterations(weightValues);
    this.#binding.load(savedTensors(saved));
    await restoreOwnState(this.wrapped, saved, this.iterations);
  }

  /**
   * Everything but tensors, as plain JSON.
   * @throws ThermoError when a setting is a plain function, which JSON cannot hold, or the wrapped optimizer's class is not
   *   registered with tfjs; before the first step also when weights were selected by a predicate.
   */
  override getConfig(): tf.serialization.ConfigDict {
    const config: SavedThermalized = {
      optimizer: savedOwn(this.wrapped),
      controller: this.#controller.save(),
      others: savedOthers(this.#others),
      clip: this.#clipOptions,
      decay: this.#decayed.save(),
      radii: this.#radii,
      order: this.#order.save(),
      ...this.#binder.save(),
      ...this.#binding.config(),
    };
    return config as unknown as tf.serialization.ConfigDict;
  }

  /** Lets go of every tensor that this and the wrapped optimizer hold; the model's weights stay. */
  override dispose(): void {
    this.#binding.dispose();
    this.#takeBack();
    this.#binder.dispose();
    this.#scalars.dispose();
    disposeOwn(this.wrapped);
  }

  #isWatched(protocol: string): boolean {
    return protocol !== 'fixedLearningRate' || this.readingEvery !== null || this.#isGasNamed;
  }

  /** Gradients by the positions of the bound variables. */
  #positioned(gradients: ReadonlyMap<string, tf.Tensor>): readonly (tf.Tensor | undefined)[] {
    const { variables } = this.#binding.bound!.weights;
    const positioned = variables.map(({ name }) => gradients.get(name));
    this.#binder.watch(variables, positioned);
    return positioned;
  }

  #clipped(gradients: ReadonlyMap<string, tf.Tensor>): ReadonlyMap<string, tf.Tensor> {
    if (this.#clip === null) return gradients;
    const clipped = this.#clip([...gradients.values()]);
    return new Map([...gradients.keys()].map((name, i) => [name, clipped[i]!]));
  }

  #takeBack(): void {
    tf.dispose(this.#handedOut.map(({ tensor }) => tensor));
    this.#handedOut = [];
  }
}

tf.serialization.registerClass(ThermalizedOptimizer as never);
