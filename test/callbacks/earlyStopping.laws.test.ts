import * as tf from '@tensorflow/tfjs';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { earlyStopping } from '../../src/network/index.js';

/** The epoch after which a callback stops the training of a model that it is told of; null where it does not. */
async function stopOf(callback: tf.Callback, values: readonly number[]): Promise<number | null> {
  const model = { stopTraining: false };
  callback.model = model as tf.LayersModel;
  await callback.onTrainBegin();
  for (const [epoch, value] of values.entries()) {
    await callback.onEpochEnd(epoch, { val_loss: value });
    if (model.stopTraining) return epoch;
  }
  return null;
}

test("earlyStopping stops where tf.callbacks.earlyStopping does, whatever the metric's values", async () => {
  const value = fc.oneof(
    { weight: 9, arbitrary: fc.integer({ min: -8, max: 8 }).map((eighths) => eighths / 8) },
    { weight: 1, arbitrary: fc.constant(Number.NaN) },
  );
  const options = fc.record(
    {
      mode: fc.constantFrom('min' as const, 'max' as const, 'auto' as const),
      patience: fc.nat(4),
      minDelta: fc.nat(2).map((eighths) => eighths / 8),
      baseline: fc.integer({ min: -4, max: 4 }).map((eighths) => eighths / 8),
    },
    { requiredKeys: [] },
  );
  await fc.assert(
    fc.asyncProperty(options, fc.array(value, { maxLength: 14 }), async (given, values) => {
      const own = await stopOf(earlyStopping(given), values);
      expect(own).toBe(await stopOf(tf.callbacks.earlyStopping(given), values));
    }),
    { seed: 3, numRuns: 500 },
  );
});

test('earlyStopping goes on from a saved state as if it had never stopped', async () => {
  const values = fc.array(fc.integer({ min: -3, max: 3 }), { maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(values, values, async (before, after) => {
      const whole = earlyStopping({ patience: 99 });
      await stopOf(whole, [...before, ...after]);
      const first = earlyStopping({ patience: 99 });
      await stopOf(first, before);
      const state = JSON.parse(JSON.stringify(first.save())) as ReturnType<typeof first.save>;
      const second = earlyStopping({ patience: 99, state });
      await stopOf(second, after);
      expect({ ...second.save(), bestEpoch: null }).toEqual({ ...whole.save(), bestEpoch: null });
    }),
    { seed: 4, numRuns: 100 },
  );
});
