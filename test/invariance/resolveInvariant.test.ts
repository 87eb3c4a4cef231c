import * as tf from '@tensorflow/tfjs';
import { describe, expect, test } from 'vitest';
import { ThermoError } from '../../src/error.js';
import { type InvarianceSelection, resolveInvariant } from '../../src/network/invariance/index.js';

const { layers } = tf;

let built = 0;
/** first (kernel, bias) -> relu -> second -> bn -> head, layers named apart in every call. */
function net() {
  built += 1;
  const tag = `net${built}`;
  const model = tf.sequential({
    name: tag,
    layers: [
      layers.dense({ name: `${tag}-first`, units: 3, inputShape: [4] }),
      layers.reLU(),
      layers.dense({ name: `${tag}-second`, units: 2 }),
      layers.batchNormalization({ name: `${tag}-bn` }),
      layers.dense({ name: `${tag}-head`, units: 1 }),
    ],
  });
  const variables = model.trainableWeights.map((weight) => weight.read() as tf.Variable);
  const selected = (selection: InvarianceSelection, inModel?: tf.LayersModel): number[][] =>
    resolveInvariant(selection, variables, inModel);
  return { tag, model, variables, selected };
}

describe('resolveInvariant', () => {
  test('finds the parts in a model: joint groups in one, null directions and the head in none', () => {
    const { model, selected } = net();
    expect(selected(model)).toEqual([[0, 1], [2]]);
  });

  test('gives positions in the variables that are trained, and leaves out groups that are not whole', () => {
    const { model, variables } = net();
    expect(resolveInvariant(model, variables.toReversed())).toEqual([[7, 6], [5]]);
    expect(resolveInvariant(model, variables.slice(1))).toEqual([[1]]);
  });

  test('takes names of variables, layers, roles and patterns', () => {
    const { tag, selected } = net();
    expect(selected(`${tag}-first/kernel`)).toEqual([[0]]);
    expect(selected([`${tag}-second/kernel`, `${tag}-first/kernel`])).toEqual([[0], [2]]);
    expect(selected(`${tag}-first`)).toEqual([[0], [1]]);
    expect(selected('kernel')).toEqual([[0], [2], [6]]);
    expect(selected('*first/*')).toEqual([[0], [1]]);
    expect(() => selected('*[first]*')).toThrow('which no variable has');
  });

  test('takes a name from before tfjs made it unique', () => {
    const shape: [number, number] = [2, 2];
    const variables = [
      tf.variable(tf.ones(shape), true, 'once/kernel'),
      tf.variable(tf.ones(shape), true, 'twice/kernel_1'),
    ];
    expect(resolveInvariant('twice/kernel', variables)).toEqual([[1]]);
    tf.dispose(variables);
  });

  test('takes a predicate', () => {
    const { selected } = net();
    expect(selected(({ shape }) => shape.length > 1)).toEqual([[0], [2], [6]]);
  });

  test('puts names that are checked against a model into its parts', () => {
    const { tag, model, selected } = net();
    expect(selected([`${tag}-first`, `${tag}-second/kernel`], model)).toEqual([[0, 1], [2]]);
    expect(selected(`${tag}-second/kernel`, model)).toEqual([[2]]);
  });

  test('refuses a name that no variable has, with the nearest', () => {
    const { tag, selected } = net();
    expect(() => selected(`${tag}-first/kernal`)).toThrow(
      `invariant names "${tag}-first/kernal", which no variable has; the nearest is "${tag}-first/kernel": pass a variable's name`,
    );
  });

  test('refuses a group that the model says is not scale-invariant', () => {
    const { tag, model, selected } = net();
    expect(() => selected(`${tag}-head/kernel`, model)).toThrow(
      `invariant includes "${tag}-head/kernel", which is not scale-invariant ("${tag}-head" (Dense) gives the model's output with no normalization in between): leave it out`,
    );
    expect(() => selected(`${tag}-second`, model)).toThrow('which is a null direction and no part of w');
    expect(() => selected(`${tag}-first/kernel`, model)).toThrow(
      `invariant includes "${tag}-first/kernel" without ${tag}-first/bias`,
    );
    expect(() => net().selected('kernel', model)).toThrow(
      `which model "${tag}" does not train: leave it out`,
    );
  });

  test('refuses an empty group, one parameter, a model without any, and what is no selection', () => {
    const { selected } = net();
    expect(() => selected([])).toThrow('invariant is empty: pass at least one name');
    expect(() => selected(() => false)).toThrow('invariant is true for none of 8 variables');
    expect(() => selected('head/bias')).toThrow(ThermoError);
    expect(() => selected(({ size }) => size === 1)).toThrow(
      'invariant selects 1 parameters: pass a group of at least 2',
    );
    const plain = tf.sequential({ name: 'plain', layers: [layers.dense({ units: 2, inputShape: [2] })] });
    expect(() => selected(plain)).toThrow(
      'model "plain" has no scale-invariant weights: put a normalization after',
    );
    expect(() => selected(net().model)).toThrow(
      'none of the trained variables is a scale-invariant weight of model',
    );
    expect(() => selected(7 as unknown as string)).toThrow(
      'invariant is 7: pass names, a predicate or a tf.LayersModel',
    );
  });
});
