import { spawn } from 'node:child_process';
import { cp, mkdir, rm, utimes, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeProject, removeProject } from './makeProject.js';

const root = resolve(import.meta.dirname, '../..');

interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

describe('the set-up of a fresh clone', () => {
  let clone: string;
  beforeEach(async () => {
    clone = await makeProject({});
    const past = new Date(Date.now() - 60_000);
    await cp(join(root, 'tsconfig.json'), join(clone, 'tsconfig.json'));
    await writeFile(join(clone, 'package-lock.json'), '{ "lockfileVersion": 3 }');
    await utimes(join(clone, 'package-lock.json'), past, past);
    await writeFile(join(clone, 'node_modules', '.package-lock.json'), '{}');
    await mkdir(join(clone, 'src', 'network', 'backend'), { recursive: true });
    await mkdir(join(clone, 'src', 'cli'));
    await cp(join(root, 'src', 'cli', 'bootstrap.mjs'), join(clone, 'src', 'cli', 'bootstrap.mjs'));
    for (const bundled of ['recorders/page', 'browser']) {
      await mkdir(join(clone, 'src', bundled), { recursive: true });
      await writeFile(join(clone, 'src', bundled, 'bundle.mjs'), '');
    }
    await writeFile(
      join(clone, 'src', 'network', 'backend', 'index.ts'),
      'export const prepareBackend = async (tell: (line: string) => void) => tell("preparing");',
    );
  });
  afterEach(() => removeProject(clone));

  function bootstrap(environment: Readonly<Record<string, string>> = {}): Promise<Outcome> {
    const child = spawn(process.execPath, [join(clone, 'src', 'cli', 'bootstrap.mjs')], {
      env: { ...process.env, ...environment },
    });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    return new Promise((resolve) => child.on('close', (code) => resolve({ code, stdout, stderr })));
  }

  test('compiles what is out of date, then prepares the backend; the second time it compiles nothing', async () => {
    const first = await bootstrap();
    expect(first.code, first.stderr).toBe(0);
    expect(first.stdout).toMatch(
      /^setup: compiling \.\.\.\nsetup: compiling: done in \d+ s\nsetup: building the live page \.\.\.\nsetup: building the live page: done in \d+ s\nsetup: building the browser modules \.\.\.\nsetup: building the browser modules: done in \d+ s\nsetup: preparing\n$/,
    );
    const start = performance.now();
    expect((await bootstrap()).stdout).toBe('setup: preparing\n');
    expect(performance.now() - start).toBeLessThan(1000);
  });

  test('shows the lines of a compilation that failed and ends with its code, each time', async () => {
    await writeFile(join(clone, 'src', 'broken.ts'), "export const count: number = 'three';");
    for (let time = 0; time < 2; time++) {
      const { code, stderr, stdout } = await bootstrap();
      expect(code).toBe(2);
      expect(stderr).toContain(
        "src/broken.ts(1,14): error TS2322: Type 'string' is not assignable to type 'number'.",
      );
      expect(stdout).not.toContain('preparing');
    }
  });

  test('shows the lines of an installation that failed, also when npm was told to be silent', async () => {
    await rm(join(clone, 'node_modules'), { recursive: true });
    const resolved = 'http://127.0.0.1:9/unreachable.tgz';
    const dependencies = { unreachable: resolved };
    const packages = { '': { dependencies }, 'node_modules/unreachable': { version: '1.0.0', resolved } };
    await writeFile(join(clone, 'package.json'), JSON.stringify({ dependencies }));
    await writeFile(
      join(clone, 'package-lock.json'),
      JSON.stringify({ lockfileVersion: 3, requires: true, packages }),
    );
    const { code, stderr } = await bootstrap({
      npm_config_loglevel: 'silent',
      npm_config_fetch_retries: '0',
    });
    expect(code).toBe(1);
    expect(stderr).toContain('ECONNREFUSED');
  });

  test('two at the same time compile once and both succeed', async () => {
    const outcomes = await Promise.all([bootstrap(), bootstrap()]);
    expect(outcomes.map(({ code }) => code)).toEqual([0, 0]);
    expect(outcomes.filter(({ stdout }) => stdout.includes('compiling: done'))).toHaveLength(1);
    expect(outcomes.every(({ stdout }) => stdout.endsWith('setup: preparing\n'))).toBe(true);
  });
});
