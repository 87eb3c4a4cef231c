import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeProject, removeProject } from './makeProject.js';
import { runBundled } from './runBundled.js';

const doctor = join(import.meta.dirname, 'children', 'doctor.ts');

describe('the doctor', () => {
  let project: string;
  beforeAll(async () => {
    project = await makeProject({
      without: ['webgpu', '@tensorflow/tfjs-node'],
      asInstalled: ['@tensorflow/tfjs-node-gpu'],
    });
  });
  afterAll(() => removeProject(project));

  test('says what the machine is and, for each better backend, why not and what would help', async () => {
    const { code, stdout } = await runBundled(doctor, project);
    expect(code).toBe(0);
    expect(stdout).toContain(`Node            ${process.versions.node}, ${process.platform} ${process.arch}`);
    expect(stdout).toContain('tfjs            4.22.0, one copy');
    expect(stdout).toContain('TensorFlow      none that loads');
    expect(stdout).toContain('webgpu       webgpu      not ready  webgpu is not installed');
    expect(stdout).toContain(
      'native       tensorflow  not ready  @tensorflow/tfjs-node-gpu: its addon is not built',
    );
    expect(stdout).toContain('remedy: run `npx tfjs-thermo setup`');
    expect(stdout).toContain('wasm         wasm        chosen     SIMD WebAssembly on one thread');
    expect(stdout).toContain('cpu          cpu         ready      plain JavaScript');
  });

  test('says the same as JSON', async () => {
    const { stdout } = await runBundled(doctor, project, ['--json']);
    const report = JSON.parse(stdout) as {
      machine: { tfjs: string; tfjsCopies: string[]; cores: number };
      candidates: { candidate: string; availability: { ok: boolean } }[];
      chosen: string;
    };
    expect(report.chosen).toBe('wasm');
    expect(report.machine.tfjs).toBe('4.22.0');
    expect(report.machine.tfjsCopies).toHaveLength(1);
    expect(report.candidates.map(({ candidate, availability }) => [candidate, availability.ok])).toEqual([
      ['native-cuda', false],
      ['webgpu', false],
      ['native', false],
      ['wasm', true],
      ['cpu', true],
    ]);
  });
});

describe('without a native package and without an NVIDIA driver the doctor', () => {
  let project: string;
  beforeAll(async () => {
    project = await makeProject({ without: ['@tensorflow/tfjs-node', '@tensorflow/tfjs-node-gpu'] });
  });
  afterAll(() => removeProject(project));

  test('names the driver as what CUDA lacks, and the package for the processor', async () => {
    // Where no program is found, the driver's own tool is not either.
    const { stdout } = await runBundled(doctor, project, [], { PATH: project });
    expect(stdout).toMatch(
      /native-cuda {2}tensorflow {2}not ready {2}no NVIDIA driver was found\n +remedy: with an NVIDIA GPU, install its driver/,
    );
    expect(stdout).toMatch(
      /native {7}tensorflow {2}not ready {2}neither .* is installed\n +remedy: run `npm install --ignore-scripts @tensorflow\/tfjs-node@4\.22\.0`, then `npx tfjs-thermo setup`/,
    );
  });
});
