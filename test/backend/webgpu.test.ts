import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeProject, removeProject } from './makeProject.js';
import { skipWithout } from './requirement.js';
import { runBundled } from './runBundled.js';
import { softwareAdapter, softwareAdapterMissing } from './softwareAdapter.js';

const trainStep = join(import.meta.dirname, 'children', 'trainStep.ts');

describe('a GPU through WebGPU in Node', () => {
  let project: string;
  beforeAll(async () => {
    project = await makeProject({});
  });
  afterAll(() => removeProject(project));

  test('a convolutional network with batch norm trains as on cpu', async (context) => {
    skipWithout(context, softwareAdapterMissing);
    const cpu = await runBundled(trainStep, project, ['cpu']);
    const webgpu = await runBundled(trainStep, project, ['webgpu'], await softwareAdapter(project));
    expect(webgpu.code, webgpu.stderr).toBe(0);
    const expected = JSON.parse(cpu.stdout) as { losses: number[] };
    const trained = JSON.parse(webgpu.stdout) as { name: string; used: string; losses: number[] };
    expect([trained.name, trained.used]).toEqual(['webgpu', 'webgpu']);
    expect(trained.losses[2]).toBeLessThan(trained.losses[0]!);
    trained.losses.forEach((loss, step) => {
      expect(Math.abs(loss - expected.losses[step]!)).toBeLessThanOrEqual(1e-5 * expected.losses[step]!);
    });
  }, 120_000);
});
