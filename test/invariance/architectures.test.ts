import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { numericalInvariance, structuralInvariance } from '../../src/network/invariance/index.js';
import { architectures } from './architectures.js';
import { placeAtSeededPoint, seededBatches } from './testedPoint.js';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

describe('the structural verdict is the literal one and the numerical test agrees', () => {
  test.each(architectures)('$title', async ({ build, verdicts }) => {
    const model = build();
    model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
    placeAtSeededPoint(model);

    const report = structuralInvariance(model);
    expect(
      Object.fromEntries(report.variables.map(({ path, role, verdict }) => [`${path}/${role}`, verdict])),
    ).toEqual(verdicts);

    const measured = await numericalInvariance(model, { batches: seededBatches(model) });
    expect(
      measured.variables.map(({ verdict }, index) => [
        report.variables[index]?.path,
        report.variables[index]?.role,
        verdict,
      ]),
    ).toEqual(report.variables.map(({ path, role, verdict }) => [path, role, verdict]));
    expect(measured.groups.every(({ invariant }) => invariant)).toBe(true);
    expect(measured.whole?.invariant ?? true).toBe(true);
  });
});
