import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeProject, removeProject } from './makeProject.js';
import { runBundled, startBundled } from './runBundled.js';

const prepare = join(import.meta.dirname, 'children', 'prepare.ts');
const select = join(import.meta.dirname, 'children', 'select.ts');
const gpuPackage = '@tensorflow/tfjs-node-gpu';
const built = 'tfjs-node-4.22.0_tensorflow-cpu-2.15.1_napi-v8_linux-x64';

/** A GPU would change what is built; these tests are about the processor's build. */
const onProcessor = { CUDA_VISIBLE_DEVICES: '' };

describe.skipIf(process.platform !== 'linux' || process.arch !== 'x64')('the addon built from source', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tfjs-thermo-build-'));
  const wheels = join(folder, 'wheels');
  const cache = join(folder, 'cache');
  const projects: string[] = [];

  /** Downloads come from a folder that was filled once, so that the index is asked once. */
  const fromFolder = { PIP_NO_INDEX: '1', PIP_FIND_LINKS: wheels, ...onProcessor };

  beforeAll(() => {
    mkdirSync(wheels);
    const kind = [
      '--no-deps',
      '--only-binary=:all:',
      '--python-version=3.11',
      '--platform=manylinux2014_x86_64',
    ];
    execFileSync('python3', ['-m', 'pip', 'download', '-q', ...kind, '-d', wheels, 'tensorflow-cpu==2.15.1']);
  });
  afterAll(async () => {
    await Promise.all(projects.map(removeProject));
    rmSync(folder, { recursive: true });
  });

  async function freshProject(): Promise<string> {
    const project = await makeProject({
      without: ['@tensorflow/tfjs-node', 'webgpu'],
      asInstalled: [gpuPackage],
    });
    projects.push(project);
    return project;
  }

  const prepareIn = (project: string, environment: Record<string, string>, place = cache) =>
    runBundled(prepare, project, [], { TFJS_THERMO_CACHE: place, ...environment });

  async function backendOf(project: string, place = cache): Promise<string> {
    const { stdout } = await runBundled(select, project, [], { TFJS_THERMO_CACHE: place, ...onProcessor });
    return (JSON.parse(stdout) as { name: string }).name;
  }

  test('loads, and set-up is silent once it is there', async () => {
    const project = await freshProject();
    const first = await prepareIn(project, fromFolder);
    expect(first.stdout).toContain('compiling the addon of @tensorflow/tfjs-node-gpu: done');
    expect(await backendOf(project)).toBe('tensorflow');
    const second = await prepareIn(project, fromFolder);
    expect([second.code, second.stdout, second.stderr]).toEqual([0, '', '']);
  });

  test('is taken from the cache after a reinstall, in less than two seconds and without any download', async () => {
    await prepareIn(await freshProject(), fromFolder);
    const project = await freshProject();
    const start = performance.now();
    // Without pip or a compiler on the path, nothing could be downloaded or built.
    const { code, stdout } = await prepareIn(project, { PATH: '/nonexistent' });
    expect(performance.now() - start).toBeLessThan(2000);
    expect([code, stdout]).toEqual([0, '@tensorflow/tfjs-node-gpu 4.22.0: its addon is not built\n']);
    expect(await backendOf(project)).toBe('tensorflow');
  });

  test('is not built where the prebuilt one can be had: the own install script of the package fetches it', async () => {
    await prepareIn(await freshProject(), fromFolder);
    const archives = join(folder, 'archives');
    mkdirSync(join(archives, 'napi-v8'), { recursive: true });
    copyFileSync(
      join(cache, 'native', built, 'tfjs_binding.node'),
      join(archives, 'napi-v8', 'tfjs_binding.node'),
    );
    symlinkSync(join(cache, 'native', built, 'tensorflow'), join(archives, 'napi-v8', 'tensorflow'));
    const archive = execFileSync('tar', ['-czC', archives, 'napi-v8']);
    const server = createServer((request, response) => {
      const known = /GPU-linux-4\.22\.0\.tar\.gz$|libtensorflow-gpu-linux-x86_64-2\.9\.1\.tar\.gz$/.test(
        request.url!,
      );
      response.writeHead(known ? 200 : 404, { 'content-length': known ? archive.length : 0 });
      response.end(known && request.method === 'GET' ? archive : undefined);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const host = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const place = join(folder, 'prebuilt');
    const project = await freshProject();
    const environment = {
      npm_config_tfjs_binding_binary_host_mirror: `${host}/`,
      TFJS_NODE_BASE_URI: `${host}/libtensorflow-`,
      ...onProcessor,
    };
    const { stdout } = await prepareIn(project, environment, place);
    server.close();
    expect(stdout).toContain('downloading the prebuilt addon of @tensorflow/tfjs-node-gpu: done');
    expect(stdout).not.toContain('compiling');
    expect(await backendOf(project, place)).toBe('tensorflow');
  });

  test('is built anew where what was kept no longer loads', async () => {
    const place = join(folder, 'damaged');
    const project = await freshProject();
    mkdirSync(join(place, 'native', built), { recursive: true });
    writeFileSync(join(place, 'native', built, 'tfjs_binding.node'), 'no library');
    const { stdout } = await prepareIn(project, fromFolder, place);
    expect(stdout).toContain('did not load and was removed');
    expect(await backendOf(project, place)).toBe('tensorflow');
    rmSync(place, { recursive: true });
  });

  test('survives a kill at every step: what was begun is cleared away and the next set-up succeeds', async () => {
    const place = join(folder, 'killed');
    const project = await freshProject();
    for (const step of ['downloading', 'unpacking', 'compiling']) {
      const environment = { TFJS_THERMO_CACHE: place, ...fromFolder };
      const child = await startBundled(prepare, project, [], environment);
      await child.hasWritten(`${step} `);
      child.kill();
      await child.ended;
      expect(readdirSync(join(place, 'native'))).not.toContain(built);
      expect(await backendOf(project, place)).toBe('wasm');
    }
    await prepareIn(project, fromFolder, place);
    expect(readdirSync(join(place, 'native'))).toEqual([built]);
    expect(await backendOf(project, place)).toBe('tensorflow');
    rmSync(place, { recursive: true });
  });

  test('is built once by two set-ups at the same time', async () => {
    const place = join(folder, 'shared');
    const both = await Promise.all([freshProject(), freshProject()]);
    const outcomes = await Promise.all(both.map((project) => prepareIn(project, fromFolder, place)));
    expect(outcomes.map(({ code }) => code)).toEqual([0, 0]);
    expect(outcomes.filter(({ stdout }) => stdout.includes('compiling'))).toHaveLength(1);
    expect(outcomes.filter(({ stdout }) => stdout.includes('waiting for another set-up'))).toHaveLength(1);
    expect(await Promise.all(both.map((project) => backendOf(project, place)))).toEqual([
      'tensorflow',
      'tensorflow',
    ]);
    rmSync(place, { recursive: true });
  });
});
