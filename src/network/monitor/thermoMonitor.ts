import * as tf from '@tensorflow/tfjs';
import { match } from 'ts-pattern';
import {
  DivergenceError,
  isFiniteMeasurement,
  measurementOf,
  namedPoint,
  pointOf,
  teeRecorders,
  type Measurement,
  type Observation,
  type Recorder,
} from '../../control/index.js';
import { ThermoError } from '../../error.js';
import { noiseProbe, type AveragedNoise, type NoiseProbe } from '../noise/index.js';
import type { Reading, ThermalOptimizer } from '../optimizer/index.js';
import { isThermalOptimizer } from '../optimizer/thermalOptimizer.js';
import { logsOf, unknownLogs } from './logsOf.js';
import { memberObservation } from './memberObservation.js';
import { noiseMemory, type NoiseMemory } from './noiseMemory.js';
import type { MonitorState, ThermoMonitorOptions } from './options.js';
import { requireMonitorOptions } from './requireMonitorOptions.js';
import { requireTrained } from './requireTrained.js';

/** The newest monitor of each model. */
const watching = new WeakMap<tf.LayersModel, ThermoMonitor>();

/**
 * Watches a network as a gas while it trains: temperature, pressure, volume and distance from equilibrium, into the logs
 * and History of the training and to recorders. It observes and changes nothing: the weights are bit for bit those of a
 * training without it, unless a process steers by its readings.
 *
 * A callback for fit and fitDataset; in a custom loop `await monitor.step()` after each optimizer step does the same.
 * A newer monitor of a model takes the place of the older one, which is disposed: each fit may have a new one.
 *
 * @example
 * const monitor = new ThermoMonitor({ model });
 * const history = await model.fit(xs, ys, { callbacks: [monitor] });
 * history.history.T; // a temperature an epoch
 *
 * @throws ThermoError for settings out of range, and when training begins if the model is compiled with another optimizer, or
 *   is another one.
 */
export class ThermoMonitor extends tf.Callback {
  readonly #options: ThermoMonitorOptions;
  readonly #every: number;
  readonly #noiseEvery: number;
  readonly #memory: NoiseMemory;
  readonly #recorder: Recorder;
  /** Null where no noise is estimated, and after disposal. */
  #probe: NoiseProbe | null;
  #latest: Measurement | null = null;
  #lastRead = 0;
  /** The step that noise was last looked at for: micro-batches of one step all come by. */
  #lastLook = -1;

  constructor(options: ThermoMonitorOptions = {}) {
    super();
    requireMonitorOptions(options);
    const noise = options.noise ?? (options.model === undefined ? 'off' : {});
    this.#options = options;
    this.#every = options.every ?? 20;
    this.#noiseEvery = noise === 'off' ? Infinity : (noise.every ?? 50);
    this.#memory = noiseMemory(noise === 'off' ? 0 : (noise.decay ?? 0.8), options.state?.noise);
    this.#recorder = teeRecorders(...(options.recorders ?? []));
    // What is compiled already may take its first step before any callback is called.
    if (options.optimizer !== undefined || isThermalOptimizer(options.model?.optimizer)) this.#prepare();
    this.#probe =
      noise === 'off'
        ? null
        : noiseProbe({
            source: noise.source ?? 'batch',
            estimator: noise.estimator ?? 'pair',
            model: options.model ?? null,
            // Before the step that is read then, so that its noise is shown as it is now.
            due: () => this.#claimLook(this.#prepare().iterations + 1),
            variables: () => this.#prepare().invariantVariables.flat(),
          });
    // tfjs takes callbacks apart when the first of a list is not one of its own, and calls these without `this`.
    this.onTrainBegin = this.onTrainBegin.bind(this);
    this.onBatchEnd = this.onBatchEnd.bind(this);
    this.onEpochEnd = this.onEpochEnd.bind(this);
    if (options.model !== undefined) {
      // After the new probe is on the model, so that a training under way goes on being listened to.
      watching.get(options.model)?.dispose();
      watching.set(options.model, this);
    }
  }

  /** The newest measurement; null before the first. */
  get latest(): Measurement | null {
    return this.#latest;
  }

  /** What the monitor remembers, as plain JSON; pass it as `state` to a new one to go on. */
  save(): MonitorState {
    return { noise: this.#memory.state };
  }

  /** Takes the monitor off its model and lets go of every tensor; it estimates no noise any more. */
  dispose(): void {
    this.#probe?.dispose();
    this.#probe = null;
    const { model } = this.#options;
    if (model !== undefined && watching.get(model) === this) watching.delete(model);
  }

  /** tfjs calls it before the first step. */
  override async onTrainBegin(): Promise<void> {
    requireTrained(this.#options, this.model);
    this.#prepare();
  }

  /** tfjs calls it after each step; see `step`. */
  override async onBatchEnd(_batch: number, logs?: tf.Logs): Promise<void> {
    const measurement = await this.step();
    if (measurement !== null && logs !== undefined) Object.assign(logs, logsOf(measurement));
  }

  /** tfjs calls it after each epoch; the newest state goes into the logs, NaN before there is any. */
  override async onEpochEnd(_epoch: number, logs?: tf.Logs): Promise<void> {
    if (logs !== undefined) Object.assign(logs, this.#latest === null ? unknownLogs : logsOf(this.#latest));
  }

  /**
   * Call after each step of a custom loop (callbacks do it themselves). Most calls do nothing; every `every`-th reads.
   * @returns the measurement, or null where it was not time for one.
   * @throws DivergenceError when training turned non-finite.
   */
  async step(): Promise<Measurement | null> {
    const optimizer = this.#prepare();
    const step = optimizer.iterations;
    const due = this.#claimLook(step) ? optimizer.invariantVariables.flat() : [];
    if (due.length > 0) this.#probe?.look(due);
    if (step % this.#every !== 0 || step === this.#lastRead) return null;
    // Not known yet, or frozen, all of them: then there is no gas.
    if (optimizer.invariantVariables.length === 0) return null;
    this.#lastRead = step;
    return this.#measure(optimizer);
  }

  async #measure(optimizer: ThermalOptimizer): Promise<Measurement> {
    const reading = await optimizer.read();
    await this.#takeNoise(optimizer);
    const whole = this.#memory.whole;
    const measurement = measurementOf(
      { ...reading.whole, noise: whole?.noise ?? null },
      whole?.noiseError ?? null,
    );
    const point = { ...pointOf(measurement, optimizer.phase), ...this.#parts(reading, optimizer) };
    await this.#recorder.record(point);
    if (!isFiniteMeasurement(measurement)) throw new DivergenceError(optimizer.iterations, this.#latest);
    this.#latest = measurement;
    optimizer.observe(measurement.observation);
    return measurement;
  }

  async #takeNoise(optimizer: ThermalOptimizer): Promise<void> {
    if (this.#probe?.isFed === false) {
      throw new ThermoError(
        "noise from the batch needs the model's own training (fit, fitDataset or trainOnBatch): in a loop of minimize pass a probe with `loss` as noise.source, or noise: 'off'",
      );
    }
    const samples = (await this.#probe?.take()) ?? [];
    let next = 0;
    const groups = optimizer.invariantVariables.map((members) => members.map(() => next++));
    // The mean of k independent gradients has 1 / k of the noise of one.
    const share = 1 / optimizer.gradientAccumulationSteps;
    for (const sample of samples) {
      if (sample.length !== next) continue;
      this.#memory.take(
        sample.map((variable) => ({ ...variable, noise: variable.noise * share })),
        groups,
      );
    }
  }

  /** The states of the parts that were asked for, each under its name. */
  #parts(reading: Reading, optimizer: ThermalOptimizer): Readonly<Record<string, number | null>> {
    const points = match(this.#options.detail ?? 'whole')
      .with('whole', () => [])
      .with('groups', () =>
        reading.groups.map((group, i) => {
          const names = (optimizer.invariantVariables[i] ?? []).map(({ name }) => name);
          return partPoint(names.join('+'), group, this.#memory.group(i));
        }),
      )
      .with('layers', () =>
        reading.members.flatMap((member, i) =>
          // One number has no direction to move in.
          member.dimension < 2
            ? []
            : [partPoint(member.name, memberObservation(reading, member), this.#memory.variable(i))],
        ),
      )
      .exhaustive();
    return Object.assign({}, ...points) as Record<string, number | null>;
  }

  /** The optimizer, told how often it is read and which model it trains. */
  #prepare(): ThermalOptimizer {
    const { model } = this.#options;
    const optimizer: unknown = this.#options.optimizer ?? model?.optimizer;
    if (!isThermalOptimizer(optimizer)) {
      throw new ThermoError(
        'the monitor finds no ThermoSGD and no thermalized optimizer: compile the model with one, or pass `optimizer` for a custom loop',
      );
    }
    optimizer.readingEvery = this.#every;
    if (model !== undefined) optimizer.recognize(model);
    return optimizer;
  }

  /** Claims the look at the noise that a step is due: true for the first to ask where there is one. */
  #claimLook(step: number): boolean {
    if (step % this.#noiseEvery !== 0 || step === this.#lastLook) return false;
    this.#lastLook = step;
    return true;
  }
}

/** A part's state with its noise, under the part's name. */
function partPoint(
  name: string,
  observation: Observation,
  noise: AveragedNoise | null,
): Readonly<Record<string, number | null>> {
  return namedPoint(
    name,
    measurementOf({ ...observation, noise: noise?.noise ?? null }, noise?.noiseError ?? null),
  );
}
