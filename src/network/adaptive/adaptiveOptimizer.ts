import * as tf from '@tensorflow/tfjs';
import { restoredSetting, type NumberOrSchedule, type ScheduleConfig } from '../../control/index.js';
import type { NamedTensor } from '../optimizer/savedState.js';
import { scalars } from '../optimizer/scalars.js';
import { joinedVectors } from '../tensors/index.js';
import { decayedWeights, variableOrder, type SavedOrder, type SavedSelection } from '../variables/index.js';
import {
  adaptiveNumbers,
  savedAdaptive,
  settledAdaptive,
  type AdaptiveNumbers,
  type AdaptiveOptions,
  type AdaptiveSettings,
} from './adaptiveSettings.js';
import { disposeMemory, loadedMoments, moments, savedMoments, type Memory, type Moments } from './moments.js';
import type { Rule } from './rule.js';

/** What is saved beside the moments: plain JSON, with variables by their position. */
interface SavedAdaptive {
  readonly settings: Readonly<Record<string, number | ScheduleConfig>>;
  readonly decay: SavedSelection;
  readonly order: SavedOrder | null;
}

/** A variable in a step. */
interface Moving {
  readonly variable: tf.Variable;
  readonly gradient: tf.Tensor;
  readonly memory: Memory;
}

/**
 * What AdamW and Lion share: settings on schedules, decay of chosen weights, saving. Each variable's steps are counted by
 * themselves, as PyTorch does, so that one that is unfrozen late starts like any other.
 */
export abstract class AdaptiveOptimizer extends tf.Optimizer {
  readonly #className: string;
  readonly #rule: Rule;
  readonly #settings: AdaptiveSettings;
  readonly #scalars = scalars();
  readonly #moments: Moments;
  #decayed: ReturnType<typeof decayedWeights>;
  #order = variableOrder();
  #positions: readonly string[] = [];
  /** Loaded moments, until the first step binds them. */
  #loaded: ReadonlyMap<number, Memory> | null = null;
  #handedOut: readonly NamedTensor[] = [];

  /** eta of the steps to come, at least 0: a number or a schedule. */
  learningRate: NumberOrSchedule;

  /**
   * For the subclasses here.
   * @param className the name of the subclass, under which tfjs saves it.
   * @hidden
   */
  protected constructor(
    className: string,
    rule: Rule,
    options: AdaptiveOptions,
    defaults: Partial<AdaptiveSettings>,
  ) {
    super();
    this.#className = className;
    this.#rule = rule;
    this.#settings = settledAdaptive(className, options, defaults);
    this.learningRate = this.#settings.learningRate;
    this.#moments = moments(rule.moments);
    this.#decayed = decayedWeights(options.decay ?? null);
  }

  /** The options that a saved config speaks of, for a subclass's `fromConfig`. */
  protected static savedOptions(config: tf.serialization.ConfigDict): AdaptiveOptions {
    const { settings } = config as unknown as SavedAdaptive;
    return Object.fromEntries(
      Object.entries(settings).map(([name, saved]) => [name, restoredSetting(saved)]),
    );
  }

  /** Takes over what a saved config says of the variables. */
  protected resume(config: tf.serialization.ConfigDict): void {
    const { decay, order } = config as unknown as SavedAdaptive;
    this.#decayed = decayedWeights(decay);
    this.#order = variableOrder(order);
  }

  /**
   * One step.
   * @param given gradients by variable name; null or undefined where a variable has none.
   * @throws ThermoError for a schedule that left its range, or a saved state that does not fit the variables.
   */
  override applyGradients(given: tf.NamedTensorMap | NamedTensor[]): void {
    this.#takeBack();
    const named = Array.isArray(given)
      ? given
      : Object.entries(given).map(([name, tensor]) => ({ name, tensor }));
    const { registeredVariables } = tf.engine();
    const present = named.filter(({ name }) => registeredVariables[name] !== undefined);
    const numbers = adaptiveNumbers({ ...this.#settings, learningRate: this.learningRate }, this.iterations);
    this.#positions = this.#order.with(present.map(({ name }) => name));
    this.#bindLoaded();
    const known = this.#positions.flatMap((name) => registeredVariables[name] ?? []);
    const decayed = this.#decayed.among(known);
    tf.tidy(() => {
      const moving = present.flatMap(({ name, tensor }): Moving[] => {
        const variable = registeredVariables[name]!;
        return tensor == null ? [] : [{ variable, gradient: tensor, memory: this.#moments.of(variable) }];
      });
      for (const [role, part] of partsOf(moving, decayed)) this.#move(part, role, numbers, decayed);
    });
    this.incrementIterations();
  }

  /**
   * The step count and the moments, by position, so renamed variables find theirs. The tensors live until the next step,
   * since tfjs does not dispose what it saves.
   */
  override async getWeights(): Promise<NamedTensor[]> {
    this.#takeBack();
    const memories = this.#loaded ?? this.#moments.positioned(this.#positions);
    this.#handedOut = [
      await this.saveIterations(),
      ...savedMoments(this.#className, this.#rule.moments, memories),
    ];
    return [...this.#handedOut];
  }

  /** Takes what `getWeights` gave; it is bound, and checked, in the next step. */
  override async setWeights(weightValues: NamedTensor[]): Promise<void> {
    const saved = await this.extractIterations(weightValues);
    this.#dropLoaded();
    this.#loaded = await loadedMoments(this.#className, this.#rule.moments, saved);
  }

  /**
   * Everything but tensors, as plain JSON.
   * @throws ThermoError when a setting is a plain function, which JSON cannot hold; before the first step also when a predicate
   *   selects the weights that decay.
   */
  override getConfig(): tf.serialization.ConfigDict {
    const config: SavedAdaptive = {
      settings: savedAdaptive({ ...this.#settings, learningRate: this.learningRate }),
      decay: this.#decayed.save(),
      order: this.#order.save(),
    };
    return config as unknown as tf.serialization.ConfigDict;
  }

  /** Lets go of every tensor the optimizer holds; the model's weights stay. */
  override dispose(): void {
    this.#moments.dispose();
    this.#scalars.dispose();
    this.#dropLoaded();
    this.#takeBack();
  }

  #move(part: readonly Moving[], role: string, numbers: AdaptiveNumbers, decayed: ReadonlySet<string>): void {
    const { learningRate, weightDecay, beta1, beta2 } = numbers;
    const { variable: first, memory } = part[0]!;
    const products = [memory.products[0] * beta1, memory.products[1] * beta2] as const;
    const kept = decayed.has(first.name) ? 1 - learningRate * weightDecay : 1;
    const weights = part.map(({ variable }): tf.Tensor => variable);
    const { join, part: unjoin } = joinedVectors(weights);
    const moved = this.#rule.step(
      {
        weights: join(weights),
        gradients: join(part.map(({ gradient }) => gradient)),
        moments: this.#rule.moments.map((_, i) => join(part.map((moving) => moving.memory.tensors[i]!))),
      },
      { ...numbers, products, kept },
      role,
      this.#scalars,
    );
    const tensors = moved.moments.map(unjoin);
    unjoin(moved.weights).forEach((weight, i) => {
      const { variable } = part[i]!;
      variable.assign(weight);
      this.#moments.put(variable.name, { tensors: tensors.map((moment) => moment[i]!), products });
    });
  }

  #bindLoaded(): void {
    if (this.#loaded !== null) this.#moments.replace(this.#positions, this.#loaded);
    this.#loaded = null;
  }

  #dropLoaded(): void {
    this.#loaded?.forEach(disposeMemory);
    this.#loaded = null;
  }

  #takeBack(): void {
    tf.dispose(this.#handedOut.map(({ tensor }) => tensor));
    this.#handedOut = [];
  }
}

/** The variables in parts that share all numbers of the step, each part under a name of its own. */
function partsOf(
  moving: readonly Moving[],
  decayed: ReadonlySet<string>,
): ReadonlyMap<string, readonly Moving[]> {
  const parts = new Map<string, Moving[]>();
  const ages = new Map<string, number>();
  for (const one of moving) {
    const products = one.memory.products.join();
    // By order of appearance and not by value, since cached numbers are kept by the name.
    const age = ages.get(products) ?? ages.size;
    ages.set(products, age);
    const role = `${decayed.has(one.variable.name) ? 'decayed' : 'spared'}.${age}`;
    parts.set(role, [...(parts.get(role) ?? []), one]);
  }
  return parts;
}
