import * as tf from '@tensorflow/tfjs';
import { controller, controllerFrom, restoredSettings } from '../../control/index.js';
import { ThermoError } from '../../error.js';
import { binding } from './binding.js';
import { GasOptimizer } from './gasOptimizer.js';
import { moveOthers } from './moveOthers.js';
import { move } from './move.js';
import {
  hasMomentum,
  otherWeights,
  requireOneRadius,
  requireOptions,
  radiiOf,
  restoredOthers,
  savedOthers,
  type SettledOthers,
  type ThermoSGDOptions,
} from './options.js';
import type { Reading } from './reading.js';
import { namedTensors, savedTensors, type NamedTensor, type SavedConfig } from './savedState.js';
import { multiply, squaredNorm } from '../tensors/index.js';
import { vectorsOf } from './vectorsOf.js';
import { weightBinder } from './weightBinder.js';

/**
 * Stochastic gradient descent that treats a network's scale-invariant weights as a gas (arXiv 2511.07308).
 *
 * v <- a v + g + lambda w, w <- w - eta v, where eta is given, or follows the radius as eta = eta_eff r^2, or the radius is
 * held (`ControlSettings` says which settings give which protocol). The remaining weights are trained by plain SGD.
 *
 * It is an optimizer like tf.train's own: for compile(), minimize() and applyGradients() alike, saved and loaded with its
 * model. No step waits for the device; `read` does, and is called at a monitor's cadence.
 *
 * @example
 * const optimizer = new ThermoSGD({ effectiveLearningRate: 0.02, weightDecay: 0.02 });
 * model.compile({ optimizer, loss: 'categoricalCrossentropy' });
 *
 * @throws ThermoError for settings that are out of range or contradict each other.
 */
export class ThermoSGD extends GasOptimizer {
  /** The name under which tfjs saves and loads it. */
  static get className(): string {
    return 'ThermoSGD';
  }

  /** Rebuilds a saved optimizer; tfjs calls it when it loads a model. */
  static override fromConfig<T extends tf.serialization.Serializable>(
    _: tf.serialization.SerializableConstructor<T>,
    config: tf.serialization.ConfigDict,
  ): T {
    return ThermoSGD.#restored(config as unknown as SavedConfig) as unknown as T;
  }

  readonly #radii: 'global' | 'perLayer';
  readonly #hasMomentum: boolean;
  readonly #others: SettledOthers | null;

  constructor(options: ThermoSGDOptions) {
    requireOptions(options);
    const radii = radiiOf(options);
    super(
      controller(options, options.process),
      weightBinder(options.invariant ?? null, radii),
      options.gradientAccumulationSteps,
    );
    requireOneRadius(options);
    this.#others = otherWeights(options);
    this.#radii = radii;
    this.#hasMomentum = hasMomentum(options);
  }

  static #restored({ controller: saved, others, radii, accumulation, ...bound }: SavedConfig): ThermoSGD {
    const settings = restoredSettings(saved.settings);
    const optimizer = new ThermoSGD({ ...settings, others: restoredOthers(others), radii });
    optimizer.controller = controllerFrom(saved);
    optimizer.resumeAccumulation(accumulation);
    const names = bound.invariant?.map(({ name }) => name) ?? null;
    optimizer.binder = weightBinder(names, radii, bound);
    optimizer.binding = binding({ shapes: bound.shapes, window: bound.window });
    return optimizer;
  }

  /** @throws ThermoError when no weight is scale-invariant, or a saved state does not fit the variables. */
  protected override takeStep(named: readonly NamedTensor[]): void {
    const { weights, gauge } = this.binding.bind(
      this.binder,
      named.map(({ name }) => name),
    );
    const gradients: (tf.Tensor | undefined)[] = [];
    for (const { name, tensor } of named) gradients[weights.positionOf(name)!] = tensor ?? undefined;
    const { control, phase } = this.controller.next(this.iterations);
    const shownStep = { step: this.iterations, readingEvery: this.readingEvery };

    tf.tidy(() => {
      this.binder.watch(weights.variables, gradients);
      weights.invariant.forEach((group, index) => {
        const vectors = vectorsOf(group, weights, gradients);
        if (vectors === null) {
          gauge.showGroup(index, null, null, shownStep);
          return;
        }
        const squaredRadius = squaredNorm(...vectors.weights);
        const squaredGradient = squaredNorm(...vectors.gradients);
        const secondMoment = multiply(squaredRadius, squaredGradient);
        const velocity = this.#hasMomentum ? group.velocity() : null;
        const size = { squaredRadius, squaredGradient, secondMoment };
        const motion = { ...vectors, velocity, ...size, scalars: this.scalars };
        const moved = move(motion, control);
        gauge.showGroup(index, motion, moved, shownStep);
        group.advance(moved.weights, moved.velocity);
      });
      const others = this.#others === null ? null : vectorsOf(weights.others, weights, gradients);
      if (this.#others !== null && others !== null) {
        const velocity = this.#others.hasMomentum ? weights.others.velocity() : null;
        const step = this.#others.at(this.iterations, this.rateFactor);
        const moved = moveOthers({ ...others, velocity }, step, this.scalars);
        weights.others.advance(moved.weights, moved.velocity);
      }
      gauge.endStep(control, this.shownLoss);
    });
    this.endStep(phase);
  }

  /**
   * Reads what the steps since the last reading showed, and starts a new window. This is the one place that waits for the
   * device.
   * @throws ThermoError when no step was taken since, or the scale-invariant weights are not known yet.
   */
  override async read(): Promise<Reading> {
    const { bound } = this.binding;
    if (bound === null) throw new ThermoError('there is nothing to read: take a step first');
    return bound.gauge.read(this.iterations);
  }

  /**
   * The step count, the window not read yet and the velocities; by position, so renamed variables find theirs. The tensors
   * live until the next step, since tfjs does not dispose what it saves.
   */
  override async getWeights(): Promise<NamedTensor[]> {
    const tensors = this.binding.tensors();
    return this.handOut([
      await this.saveIterations(),
      ...(tensors ? namedTensors(tensors) : []),
      ...this.accumulated(),
    ]);
  }

  /** Takes what `getWeights` gave; it is bound, and checked, in the next step. */
  override async setWeights(weightValues: NamedTensor[]): Promise<void> {
    const saved = await this.extractIterations(weightValues);
    this.binding.load(savedTensors(saved));
    this.loadAccumulated(saved);
  }

  /**
   * Everything but tensors, as plain JSON.
   * @throws ThermoError when a setting is a plain function, which JSON cannot hold; before the first step also when the
   *   scale-invariant weights were selected by one.
   */
  override getConfig(): tf.serialization.ConfigDict {
    const config: SavedConfig = {
      controller: this.controller.save(),
      others: savedOthers(this.#others),
      radii: this.#radii,
      ...this.binder.save(),
      ...this.binding.config(),
      ...this.accumulationConfig(),
    };
    return config as unknown as tf.serialization.ConfigDict;
  }
}

tf.serialization.registerClass(ThermoSGD);
