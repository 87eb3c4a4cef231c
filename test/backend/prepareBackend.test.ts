import { createServer, type Server } from 'node:net';
import type { AddressInfo } from 'node:net';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeProject, removeProject } from './makeProject.js';
import { runBundled } from './runBundled.js';

const setup = join(import.meta.dirname, 'children', 'setup.ts');
const gpuPackage = '@tensorflow/tfjs-node-gpu';

describe('set-up without the means to build the native addon', () => {
  let project: string;
  const servers: Server[] = [];
  beforeAll(async () => {
    project = await makeProject({ without: ['@tensorflow/tfjs-node'], asInstalled: [gpuPackage] });
  });
  afterAll(async () => {
    servers.forEach((server) => server.close());
    await removeProject(project);
  });

  /** Makes the package look for its prebuilt addon at a server of this test, which answers so. */
  async function prebuiltAt(answer: string | null): Promise<string> {
    const server = createServer((socket) => {
      if (answer !== null) socket.on('data', () => socket.end(answer));
    });
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const host = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const manifestPath = join(project, 'node_modules', gpuPackage, 'package.json');
    const manifest = JSON.parse(await readFile(manifestPath, 'utf8')) as { binary: { host: string } };
    manifest.binary.host = host;
    await writeFile(manifestPath, JSON.stringify(manifest));
    return host;
  }

  const runSetup = (cache = join(project, 'cache')) =>
    runBundled(setup, project, [], { PATH: '/nonexistent', TFJS_THERMO_CACHE: cache });

  test('says which step failed and why, and goes on to the next best backend', async () => {
    await prebuiltAt('HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n');
    const { code, stdout } = await runSetup();
    expect(code).toBe(0);
    const lines = stdout.trim().split('\n');
    expect(lines.slice(0, 3)).toEqual([
      'setup: @tensorflow/tfjs-node-gpu 4.22.0: its addon is not built',
      'setup: its prebuilt addon is not used: its host answers with status 404',
      'setup: no C++ compiler was found: install g++ (Debian, Ubuntu: apt install g++), or set CXX',
    ]);
    expect(lines[3]).toMatch(
      /^backend wasm: SIMD WebAssembly .*\(native-cuda: .*; webgpu: .*; native: .*\)$/,
    );
  });

  test.skipIf(process.platform !== 'linux').each([
    ['/proc/cache', 'ENOENT'],
    ['/dev/null', 'ENOTDIR'],
  ])('says that a cache in %s cannot be written, and goes on', async (cache, code) => {
    await prebuiltAt('HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n');
    const { code: exit, stdout } = await runSetup(cache);
    expect(exit).toBe(0);
    const lines = stdout.trim().split('\n');
    expect(lines[2]).toBe(
      `setup: the cache ${cache}/native cannot be written (${code}): set TFJS_THERMO_CACHE to a folder of your own`,
    );
    expect(lines[3]).toMatch(/^backend wasm/);
  });

  test('waits three seconds at most for a host that never answers', async () => {
    await prebuiltAt(null);
    const start = performance.now();
    const { stdout } = await runSetup();
    expect(stdout).toContain('its prebuilt addon is not used: its host cannot be reached (no answer in 3 s)');
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});
