import * as tf from '@tensorflow/tfjs';
import { expect, test } from 'vitest';
import { parameterGroup, type ParameterGroup } from '../../src/network/optimizer/parameterGroup.js';

const variables = [tf.variable(tf.tensor1d([1, 2])), tf.variable(tf.tensor1d([3]))];

/** Steps with the velocities `values`, held as `values` over `scale`. */
function step(group: ParameterGroup, values: readonly number[][], scale: number): void {
  tf.tidy(() => {
    const weights = group.present.map((position) => tf.clone<tf.Tensor>(variables[position]!));
    const tensors = values.map((value) => tf.tensor1d(value.map((x) => x / scale)));
    group.advance(weights, { tensors, scale: tf.scalar(scale) });
  });
}

async function velocitiesOf(group: ParameterGroup): Promise<number[][]> {
  const { tensors, scale } = group.velocity();
  return Promise.all(tensors.map(async (tensor) => Array.from(await tf.mul(tensor, scale).data())));
}

test('a member that sat steps out comes back with the velocity it left with, though the guard has rescaled the rest', async () => {
  const group = parameterGroup(variables, [0, 1]);
  step(group, [[4, 8], [2]], 0.5);
  group.arrange((position) => position === 0);
  step(group, [[1, 1]], 0.25);
  step(group, [[6, 7]], 0.125);
  group.arrange(() => true);
  expect(await velocitiesOf(group)).toEqual([[6, 7], [2]]);
  step(group, [[5, 4], [3]], 0.5);
  expect(await velocitiesOf(group)).toEqual([[5, 4], [3]]);
  group.dispose();
});

test('it is saved and restored with that velocity too', async () => {
  const group = parameterGroup(variables, [0, 1]);
  step(group, [[4, 8], [2]], 0.5);
  group.arrange((position) => position === 0);
  step(group, [[6, 7]], 0.125);
  const restored = parameterGroup(variables, [0, 1]);
  restored.restore(group.save());
  expect(await velocitiesOf(restored)).toEqual([[6, 7], [2]]);
  const again = parameterGroup(variables, [0, 1]);
  again.restore(restored.save());
  expect(await velocitiesOf(again)).toEqual([[6, 7], [2]]);
  [group, restored, again].forEach((one) => one.dispose());
});

test('a group holds no more tensors after members left and came back', () => {
  const group = parameterGroup(variables, [0, 1]);
  step(group, [[4, 8], [2]], 0.5);
  const { numTensors } = tf.memory();
  group.arrange((position) => position === 0);
  step(group, [[6, 7]], 0.125);
  group.arrange(() => true);
  step(group, [[4, 8], [2]], 0.5);
  expect(tf.memory().numTensors).toBe(numTensors);
  group.dispose();
  expect(tf.memory().numTensors).toBe(numTensors - 3);
});
