import * as tf from '@tensorflow/tfjs';
import type { Control } from '../../control/index.js';
import { ThermoError } from '../../error.js';
import { deviceSlot } from '../tensors/index.js';
import type { BoundWeights } from './boundWeights.js';
import { detailOf, detailOfStep } from './detail.js';
import type { Motion, Moved } from './protocols/motion.js';
import { readingOf, squaredRadii, summedOfStep, type Reading } from './reading.js';
import { counted, nothingCounted, type WindowCount } from './windowCount.js';
import { windowSums } from './windowSums.js';

/** Which step of a window is shown, and how much of it. */
export interface ShownStep {
  /** Steps taken before this one. */
  readonly step: number;
  /** Steps between readings, when something reads at a cadence. */
  readonly readingEvery: number | null;
}

/** Collects on the device what steps show, until it is read. It changes nothing in them. */
export interface Gauge {
  /** Takes one group's part of a step; a group without gradients shows null. */
  showGroup(index: number, motion: Motion | null, moved: Moved | null, shown: ShownStep): void;
  /** Closes the step. `loss` is null where the optimizer was not shown it. */
  endStep(control: Control, loss: tf.Scalar | null): void;
  /** Reads the window and starts a new one; the only wait for the device. @throws ThermoError when no step was taken. */
  read(step: number): Promise<Reading>;
  /** The window as it is saved. */
  save(): { readonly sums: tf.Tensor1D | null; readonly count: WindowCount };
  /** Goes on with a saved window. */
  restore(sums: tf.Tensor1D | null, count: WindowCount): void;
  dispose(): void;
}

/** A gauge on the groups of `weights`. */
export function gauge(weights: BoundWeights): Gauge {
  const window = windowSums();
  const lastGradients = weights.invariant.map(({ present }) => deviceSlot(present.length));
  const details = weights.invariant.map(() => deviceSlot(1));
  let shownNow: tf.Scalar[] = [];
  let count = nothingCounted;
  let lastControl: Control | null = null;

  const showDetail = (
    index: number,
    motion: Motion,
    moved: Moved,
    { step, readingEvery }: ShownStep,
  ): void => {
    if (readingEvery === null) return;
    if ((step + 1) % readingEvery === 0) {
      const last = lastGradients[index]!.content;
      const comparable = last !== null && sameShapes(last, motion.gradients) ? last : null;
      details[index]!.put([detailOfStep(motion, moved, comparable)]);
      lastGradients[index]!.clear();
    }
    // A correlation needs the gradient just before: kept for one step, in place of a copy that lasts.
    if ((step + 2) % readingEvery === 0) lastGradients[index]!.put(motion.gradients);
  };

  return {
    showGroup(index, motion, moved, shown) {
      if (motion === null || moved === null) {
        shownNow.push(...summedOfStep(null));
        return;
      }
      shownNow.push(...summedOfStep({ motion, moved }));
      showDetail(index, motion, moved, shown);
    },
    endStep(control, loss) {
      window.add([...shownNow, loss ?? tf.scalar(0)]);
      shownNow = [];
      count = counted(count, control, loss !== null);
      lastControl = control;
    },
    async read(step) {
      if (lastControl === null || count.steps === 0) {
        throw new ThermoError('there is nothing to read: take a step first');
      }
      if (weights.invariant.length === 0) {
        throw new ThermoError(
          'the scale-invariant weights are not known yet: read after a few more steps, or name them with `invariant`',
        );
      }
      const sums = window.take()!;
      const { steps, losses, momentum } = count;
      const shown = { step, steps, losses, control: { ...lastControl, momentum } };
      count = nothingCounted;
      const made = details.map(({ content }) => (content?.[0] as tf.Tensor1D | undefined) ?? null);
      const sizes = made.map((detail) => detail?.size ?? 0);
      const packed = tf.tidy(() =>
        tf.concat1d([sums, squaredRadii(weights), ...made.filter((detail) => detail !== null)]),
      );
      const groups = weights.invariant.length;
      const sumCount = sums.size;
      sums.dispose();
      details.forEach((slot) => slot.clear());
      const values = (await packed.data()) as Float32Array;
      packed.dispose();

      let at = sumCount + groups;
      return readingOf(shown, weights, {
        sums: values.subarray(0, sumCount),
        squaredRadii: values.subarray(sumCount, at),
        details: sizes.map((size) => (size === 0 ? null : detailOf(values.subarray(at, (at += size))))),
      });
    },
    save: () => ({ sums: window.sums, count }),
    restore(sums, saved) {
      if (sums !== null) window.restore(sums);
      count = saved;
    },
    dispose() {
      window.dispose();
      [...lastGradients, ...details].forEach((slot) => slot.dispose());
    },
  };
}

/** Whether two steps moved the same variables: layers may have been frozen or unfrozen between them. */
function sameShapes(one: readonly tf.Tensor[], other: readonly tf.Tensor[]): boolean {
  return (
    one.length === other.length && one.every(({ shape }, i) => tf.util.arraysEqual(shape, other[i]!.shape))
  );
}
