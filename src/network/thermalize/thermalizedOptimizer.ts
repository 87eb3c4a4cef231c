import * as tf from '@tensorflow/tfjs';
import { controller, controllerFrom, restoredSetting, restoredSettings } from '../../control/index.js';
import { ThermoError } from '../../error.js';
import { binding } from '../optimizer/binding.js';
import { GasOptimizer } from '../optimizer/gasOptimizer.js';
import { radiiOf, requireOneRadius, savedOthers } from '../optimizer/options.js';
import type { Reading } from '../optimizer/reading.js';
import { namedTensors, savedTensors, type NamedTensor } from '../optimizer/savedState.js';
import { weightBinder } from '../optimizer/weightBinder.js';
import { decayedWeights, variableOrder, type DecayedWeights } from '../variables/index.js';
import { clipping, clippingOptions, type Clipping, type ClippingOptions } from './clipping.js';
import { gasMotion } from './gasMotion.js';
import { momentumSteps, type MomentumSteps } from './momentumSteps.js';
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
import { gasMomentum, hasTemperature, requireNoTemperature, withoutTemperature } from './temperature.js';

/**
 * An optimizer that obeys schedules, processes, weight decay, clipping and the sphere with the steps of another: see
 * `thermalize`, which makes it.
 */
export class ThermalizedOptimizer extends GasOptimizer {
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

  /** The optimizer whose steps these are. */
  readonly wrapped: tf.Optimizer;

  readonly #rate: OwnRate;
  readonly #momentum: MomentumSteps;
  readonly #clipOptions: ClippingOptions;
  readonly #clip: Clipping | null;
  readonly #radii: 'global' | 'perLayer';
  #isGasNamed: boolean;
  #others: SettledOthers | null;
  #decayed: DecayedWeights;
  #order = variableOrder();

  constructor(optimizer: tf.Optimizer, options: ThermalizeOptions) {
    requireThermalizeOptions(options);
    const rate = ownRate(optimizer);
    const momentum = gasMomentum(optimizer, options.momentum);
    const radii = radiiOf(options);
    super(
      controller(gasSettings(options, { learningRate: rate.given, momentum }), options.process),
      weightBinder(options.invariant ?? null, radii),
      options.gradientAccumulationSteps,
    );
    requireOneRadius(options);
    this.wrapped = optimizer;
    this.#rate = rate;
    this.#radii = radii;
    if (!hasTemperature(optimizer)) requireNoTemperature(options.process ?? [], optimizer.getClassName());
    this.#others = settledOthers(options.others, this.#rate.given);
    this.#clipOptions = clippingOptions(options);
    this.#clip = clipping(options, this.scalars);
    this.#decayed = decayedWeights(options.decay ?? null);
    this.#isGasNamed = options.invariant !== undefined;
    // Last, as it may change the optimizer, which a refusal leaves as it was.
    this.#momentum = momentumSteps(optimizer, options.momentum);
  }

  static #restored(saved: SavedThermalized): ThermalizedOptimizer {
    const { clip, radii, others } = saved;
    const momentum = saved.momentum === undefined ? {} : { momentum: restoredSetting(saved.momentum) };
    const optimizer = new ThermalizedOptimizer(restoredOwn(saved.optimizer), { ...clip, radii, ...momentum });
    optimizer.controller = controllerFrom(saved.controller);
    optimizer.resumeAccumulation(saved.accumulation);
    optimizer.#others =
      others === 'frozen' ? null : settledOthers(restoredSettings(others), optimizer.#rate.given);
    optimizer.#decayed = decayedWeights(saved.decay);
    optimizer.#isGasNamed = saved.groups !== null || saved.invariant !== null;
    optimizer.binder = weightBinder(saved.invariant?.map(({ name }) => name) ?? null, radii, saved);
    optimizer.binding = binding({ shapes: saved.shapes, window: saved.window });
    optimizer.#order = variableOrder(saved.order);
    return optimizer;
  }

  /** @throws ThermoError when a saved state does not fit the variables, or the gas that is asked for is not there. */
  protected override takeStep(named: readonly NamedTensor[]): void {
    const names = named.map(({ name }) => name);
    const order = this.#order.with(names);
    const { registeredVariables } = tf.engine();
    const known = order.flatMap((name) => registeredVariables[name] ?? []);
    const gradients = new Map(
      named.flatMap(({ name, tensor }) => (tensor == null ? [] : [[name, tensor] as const])),
    );
    const { control, phase } = this.controller.next(this.iterations);

    tf.tidy(() => {
      const bound = this.#isWatched(control.protocol) ? this.binding.bind(this.binder, names) : null;
      const gas = bound && {
        bound,
        motions: gasMotion(bound, this.#positioned(gradients), this.scalars),
        shown: { step: this.iterations, readingEvery: this.readingEvery },
      };
      const step = {
        gradients,
        clipped: this.#clipped(gradients),
        variables: known.filter(({ name }) => gradients.has(name)),
        decayed: this.#decayed.among(known),
        gas,
        scalars: this.scalars,
        moveBy: (rate: number, moving: ReadonlyMap<string, tf.Tensor>) => {
          this.#rate.set(rate);
          const slots = order.map((name) => ({ name, tensor: moving.get(name) ?? null }));
          this.#momentum.take(this.iterations, control, () =>
            this.wrapped.applyGradients(slots as NamedTensor[]),
          );
        },
      };
      if (control.protocol === 'fixedLearningRate') moveAtLearningRate(step, control);
      else {
        const others = this.#others?.at(this.iterations, this.rateFactor) ?? null;
        moveAtEffectiveRate({ ...step, gas: gas! }, control, others);
      }
      bound?.gauge.endStep(control, this.shownLoss);
    });
    this.endStep(phase);
  }

  /**
   * Reads what the steps since the last reading showed, and starts a new window. This is the one place that waits for the
   * device.
   * @throws ThermoError when no step was shown since, or the scale-invariant weights are not known yet.
   */
  override async read(): Promise<Reading> {
    const { bound } = this.binding;
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
    const tensors = this.binding.tensors();
    const made = this.handOut([
      await this.saveIterations(),
      ...(tensors ? namedTensors(tensors) : []),
      ...this.accumulated(),
    ]);
    return [...made, ...(await ownState(this.wrapped))];
  }

  /** Takes what `getWeights` gave. */
  override async setWeights(weightValues: NamedTensor[]): Promise<void> {
    const saved = await this.extractIterations(weightValues);
    this.binding.load(savedTensors(saved));
    this.loadAccumulated(saved);
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
      ...this.#momentum.save(),
      controller: this.controller.save(),
      others: savedOthers(this.#others),
      clip: this.#clipOptions,
      decay: this.#decayed.save(),
      radii: this.#radii,
      order: this.#order.save(),
      ...this.binder.save(),
      ...this.binding.config(),
      ...this.accumulationConfig(),
    };
    return config as unknown as tf.serialization.ConfigDict;
  }

  /** Lets go of every tensor that this and the wrapped optimizer hold; the model's weights stay. */
  override dispose(): void {
    super.dispose();
    disposeOwn(this.wrapped);
  }

  /** As the wrapped optimizer computes them. */
  protected override gradientsOf(
    loss: () => tf.Scalar,
    variables?: tf.Variable[],
  ): ReturnType<tf.Optimizer['computeGradients']> {
    return this.wrapped.computeGradients(loss, variables);
  }

  #isWatched(protocol: string): boolean {
    return protocol !== 'fixedLearningRate' || this.readingEvery !== null || this.#isGasNamed;
  }

  /** Gradients by the positions of the bound variables. */
  #positioned(gradients: ReadonlyMap<string, tf.Tensor>): readonly (tf.Tensor | undefined)[] {
    const { variables } = this.binding.bound!.weights;
    const positioned = variables.map(({ name }) => gradients.get(name));
    this.binder.watch(variables, positioned);
    return positioned;
  }

  #clipped(gradients: ReadonlyMap<string, tf.Tensor>): ReadonlyMap<string, tf.Tensor> {
    if (this.#clip === null) return gradients;
    const clipped = this.#clip([...gradients.values()]);
    return new Map([...gradients.keys()].map((name, i) => [name, clipped[i]!]));
  }
}

tf.serialization.registerClass(ThermalizedOptimizer as never);
