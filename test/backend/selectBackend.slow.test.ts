import { mkdir, symlink } from 'node:fs/promises';
import { execFileSync } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { BackendChoice } from '../../src/network/backend/index.js';
import { loadingPackage } from '../../src/network/backend/native/loadingPackage.js';
import { makeProject, removeProject, type ProjectPackages } from './makeProject.js';
import { skipWithout } from './requirement.js';
import { runBundled } from './runBundled.js';
import { softwareAdapter, softwareAdapterMissing } from './softwareAdapter.js';

const select = join(import.meta.dirname, 'children', 'select.ts');
const gpuPackage = '@tensorflow/tfjs-node-gpu';
const cpuPackage = '@tensorflow/tfjs-node';
const optional = [
  gpuPackage,
  cpuPackage,
  '@tensorflow/tfjs-backend-wasm',
  '@tensorflow/tfjs-backend-webgpu',
  'webgpu',
];

const loading = await loadingPackage();
const nativeMissing = loading.found ? null : `tfjs-node does not load here: ${loading.missing.why}`;

const projects: string[] = [];
afterEach(async () => {
  await Promise.all(projects.splice(0).map(removeProject));
});

async function project(packages: ProjectPackages): Promise<string> {
  const folder = await makeProject(packages);
  projects.push(folder);
  return folder;
}

async function choice(folder: string, name = 'auto', environment: Record<string, string> = {}) {
  const { stdout, stderr } = await runBundled(select, folder, [name], {
    TFJS_THERMO_CACHE: join(folder, 'cache'),
    ...environment,
  });
  expect(stderr).toBe('');
  return JSON.parse(stdout) as BackendChoice & { refused?: string };
}

const without = (...kept: string[]): ProjectPackages => ({
  without: optional.filter((name) => !kept.includes(name)),
});

describe('the best backend that is ready is taken', () => {
  test('plain cpu where nothing else is installed, and each better one has its remedy', async () => {
    const { name, tried } = await choice(await project(without()));
    expect(name).toBe('cpu');
    expect(tried.map(({ candidate }) => candidate)).toEqual([
      'native-cuda',
      'webgpu',
      'native',
      'wasm',
      'cpu',
    ]);
    const remedies = tried.map(({ availability }) => (availability.ok ? null : availability.remedy));
    expect(remedies).toEqual([
      // Without a driver it is the driver that is missing first.
      expect.stringMatching(/npm install --ignore-scripts @tensorflow\/tfjs-node-gpu|install its driver/),
      expect.stringContaining('npm install webgpu'),
      expect.stringContaining('npm install --ignore-scripts @tensorflow/tfjs-node'),
      expect.stringContaining('npm install @tensorflow/tfjs-backend-wasm'),
      null,
    ]);
  });

  test('wasm ahead of cpu', async () => {
    const { name, reason } = await choice(await project(without('@tensorflow/tfjs-backend-wasm')));
    expect(name).toBe('wasm');
    expect(reason).toContain('SIMD WebAssembly');
    expect(reason).not.toContain('\n');
  });

  test('a native package that loads ahead of wasm', async (context) => {
    skipWithout(context, nativeMissing);
    const { name, candidate } = await choice(
      await project(without(gpuPackage, '@tensorflow/tfjs-backend-wasm')),
    );
    expect([name, candidate]).toEqual(['tensorflow', expect.stringMatching(/^native/)]);
  });

  test('a GPU through WebGPU ahead of the native processor backend', async (context) => {
    skipWithout(context, softwareAdapterMissing);
    const folder = await project({});
    const { name, reason } = await choice(folder, 'auto', await softwareAdapter(folder));
    expect(name).toBe('webgpu');
    expect(reason).toMatch(/^SwiftShader.*, through WebGPU/);
  });

  test('an adapter that computes on the processor is no GPU', async (context) => {
    skipWithout(context, softwareAdapterMissing);
    const folder = await project(without('webgpu', '@tensorflow/tfjs-backend-webgpu'));
    const environment = { ...(await softwareAdapter(folder)), TFJS_THERMO_ADAPTERS: 'real' };
    const { name, reason } = await choice(folder, 'auto', environment);
    expect(name).toBe('cpu');
    expect(reason).toContain('computes on the processor');
  });

  test('an addon that crashes as it loads does not take the program with it', async () => {
    const folder = await project({
      ...without(gpuPackage, '@tensorflow/tfjs-backend-wasm'),
      asInstalled: [gpuPackage],
    });
    await installCrashingAddon(folder);
    const { name, reason } = await choice(folder);
    expect(name).toBe('wasm');
    expect(reason).toContain('native: @tensorflow/tfjs-node-gpu: its test process was ended by SIGABRT');
  });

  test('a native package without its addon is passed over, and set-up is the remedy', async () => {
    const folder = await project({ ...without(gpuPackage), asInstalled: [gpuPackage] });
    const { name, tried } = await choice(folder);
    expect(name).toBe('cpu');
    expect(tried.find(({ candidate }) => candidate === 'native')!.availability).toEqual({
      ok: false,
      why: '@tensorflow/tfjs-node-gpu: its addon is not built',
      remedy: 'run `npx tfjs-thermo setup`',
    });
  });
});

describe('a backend that was asked for', () => {
  test('is taken although a better one is there', async () => {
    const { name, reason } = await choice(await project({}), 'cpu');
    expect(name).toBe('cpu');
    expect(reason).toBe('plain JavaScript, very slow at convolutions, as asked for');
  });

  test.each([
    ['tensorflw', 'tensorflow'],
    ['wsam', 'wasm'],
    ['native', 'tensorflow'],
    ['CPU', 'cpu'],
  ])('%s is refused, with the name %s to take instead', async (written, nearest) => {
    const { refused } = await choice(await project(without()), written);
    expect(refused).toBe(
      `--backend ${written} is not a backend: pass auto, tensorflow, webgpu, wasm or cpu (perhaps you meant ${nearest})`,
    );
  });

  test('is refused where it cannot run, with the remedy', async () => {
    const { refused } = await choice(await project(without()), 'wasm');
    expect(refused).toBe(
      '--backend wasm cannot run here, @tensorflow/tfjs-backend-wasm is not installed: ' +
        'run `npm install @tensorflow/tfjs-backend-wasm@4.22.0`; or pass auto for the best one that can',
    );
  });
});

/** Puts a library that aborts as it is loaded where the native package looks for its addon. */
async function installCrashingAddon(folder: string): Promise<void> {
  const place = join(folder, 'node_modules', gpuPackage, 'lib', 'napi-v8');
  const built = join(folder, 'crashing.node');
  execFileSync('g++', ['-shared', '-fPIC', '-x', 'c++', '-', '-o', built], {
    input: '#include <cstdlib>\n__attribute__((constructor)) void crash() { std::abort(); }',
  });
  await mkdir(place, { recursive: true });
  await symlink(realpathSync(built), join(place, 'tfjs_binding.node'));
}
