import {
  DivergenceError,
  isFiniteMeasurement,
  measurementOf,
  pointOf,
  teeRecorders,
  type Controller,
  type Measurement,
  type NumberOrSchedule,
  type Recorder,
} from '../../control/index.js';
import { valueAt } from '../../control/schedules/valueAt.js';
import { requireCount, requireFinite, requireKnownNames, requireNonNegative } from '../../error.js';
import type { Conditions } from '../chains/conditions.js';
import type { Ensemble } from '../ensemble/ensemble.js';

/** What is simulated, and where it is shown. */
export interface SimulateOptions {
  /** The gas; it goes on from where it stands. */
  readonly body: Ensemble;
  /** What it obeys, as an optimizer does: steps are counted as the body's. */
  readonly controller: Controller;
  /** Steps to take at most; fewer where the controller's stages end before. */
  readonly steps: number;
  /** sigma in each step, at least 0; default 1. */
  readonly noiseDeviation?: NumberOrSchedule;
  /** h in each step; default 1. */
  readonly strength?: NumberOrSchedule;
  /** Steps between readings, as a ThermoMonitor's; default 20. */
  readonly every?: number;
  /** Where points go, the same as of a training; they are closed by whoever opened them. One that fails is told of once, and stops nothing. */
  readonly recorders?: readonly Recorder[];
  /** Stops it after the reading, or the part of a long window, under way. */
  readonly signal?: AbortSignal;
}

/** How a simulation ended. */
export interface Simulated {
  /** `finished`, or `interrupted` by the signal. */
  readonly state: 'finished' | 'interrupted';
  /** Steps that the body has taken, those before this simulation included. */
  readonly steps: number;
  /** The last measurement; null where none was made. */
  readonly latest: Measurement | null;
}

const names = [
  'body',
  'controller',
  'steps',
  'noiseDeviation',
  'strength',
  'every',
  'recorders',
  'signal',
] as const;

/**
 * Leads a gas by a controller: the loop around `Ensemble.run` that fit is around an optimizer. The gas is read where
 * step % every = 0, and where it ends; each reading is recorded and shown to the controller.
 *
 * @example
 * const body = await ensemble({ dimension: 64 });
 * await simulate({
 *   body,
 *   controller: controller({ effectiveLearningRate: 1e-3, weightDecay: 1e-3 }, [equilibrate(), along(adiabatic({ temperatureRatio: 0.1 }), { steps: 2000 })]),
 *   steps: 100_000,
 *   recorders: [memoryRecorder()],
 * });
 *
 * @throws ThermoError for options out of range; DivergenceError when the gas turned non-finite, after its point was recorded.
 */
export async function simulate(options: SimulateOptions): Promise<Simulated> {
  requireKnownNames('simulate', options, names);
  const { body, controller, recorders = [], signal, noiseDeviation = 1, strength = 1 } = options;
  const every = requireCount('every', options.every ?? 20);
  const until = body.step + requireCount('steps', options.steps);
  requireNonNegative('noiseDeviation', valueAt(noiseDeviation, body.step));
  requireFinite('strength', valueAt(strength, body.step));
  const recorder = teeRecorders(...recorders);
  let latest: Measurement | null = null;
  let phase = '';
  /** Nothing is observed within a window, so that the controller can be asked ahead of the steps. */
  function* window(from: number, to: number): Generator<Conditions, void> {
    for (let step = from; step < to && !controller.endedBy(step); step += 1) {
      const next = controller.next(step);
      phase = next.phase;
      yield {
        control: next.control,
        deviation: valueAt(noiseDeviation, step),
        strength: valueAt(strength, step),
      };
    }
  }
  const isStopped = (): boolean => signal?.aborted === true;
  const isOver = (): boolean => body.step >= until || controller.endedBy(body.step);

  while (!isOver() && !isStopped()) {
    const from = body.step;
    const to = Math.min(until, (Math.floor(from / every) + 1) * every);
    const observation = await body.run(window(from, to), signal).catch(unlessStopped(signal));
    if (observation === null) break;
    const measurement = measurementOf(observation, null);
    const point = pointOf(measurement, phase);
    await recorder.record(point);
    if (!isFiniteMeasurement(measurement))
      throw new DivergenceError(body.step, latest, { what: 'simulation' });
    latest = measurement;
    controller.observe(observation);
  }
  return { state: isOver() ? 'finished' : 'interrupted', steps: body.step, latest };
}

/** What a run that the signal stopped shows: nothing. Any other error is passed on. */
function unlessStopped(signal: AbortSignal | undefined): (error: unknown) => null {
  return (error) => {
    if (signal?.aborted === true && error === signal.reason) return null;
    throw error;
  };
}
