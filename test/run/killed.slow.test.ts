import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { build } from 'esbuild';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createRun, openRun } from '../../src/experiments/run/index.js';
import { config } from './runConfig.js';

let scratch: string;
let writer: string;
beforeAll(async () => {
  scratch = mkdtempSync(join(tmpdir(), 'tfjs-thermo-'));
  writer = join(scratch, 'writer.cjs');
  await build({
    entryPoints: [join(import.meta.dirname, 'writer.ts')],
    outfile: writer,
    bundle: true,
    platform: 'node',
    external: ['canvas'],
    logLevel: 'error',
  });
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const random = xoroshiro128plus(2026);

function startWriter(folder: string): {
  child: ChildProcess;
  writing: Promise<unknown>;
  ended: Promise<unknown>;
  errors(): string;
} {
  const child = spawn(process.execPath, [writer, folder], { stdio: ['ignore', 'pipe', 'pipe'] });
  let errors = '';
  child.stderr.on('data', (text: Buffer) => (errors += text.toString()));
  const ended = new Promise((resolve) => child.once('close', resolve));
  const writing = Promise.race([new Promise((resolve) => child.stdout.once('data', resolve)), ended]);
  return { child, writing, ended, errors: () => errors };
}

/** What must hold of a run folder whatever happened to its writer. Returns the last step recorded. */
function requireSound(folder: string): number {
  const { points, status, latestCheckpoint } = openRun(folder);
  expect(status.state).toBe('interrupted');
  expect(points.findIndex(({ step, loss }, i) => step !== i + 1 || loss !== 1 / step)).toBe(-1);
  const table = existsSync(join(folder, 'points.csv'))
    ? readFileSync(join(folder, 'points.csv'), 'utf8').split('\r\n').slice(1, -1)
    : [];
  expect(table).toEqual(points.slice(0, table.length).map(({ step, loss }) => `${step},${loss}`));
  expect(points.length - table.length).toBeLessThanOrEqual(1);
  const checkpoint = latestCheckpoint();
  if (checkpoint !== null) {
    expect(checkpoint.passedOver).toEqual([]);
    expect(Buffer.from(checkpoint.read('step.txt')).toString()).toBe(String(checkpoint.step));
    expect(checkpoint.read('weights.bin')).toEqual(Buffer.alloc(20_000, checkpoint.step % 256));
    expect(table.length).toBeGreaterThanOrEqual(checkpoint.step);
  }
  return points.length;
}

describe('a run whose process is killed', () => {
  test('opens whatever it was writing, and goes on from its last checkpoint, forty times over', async () => {
    const folder = join(scratch, 'run');
    let furthest = 0;
    for (let kill = 0; kill < 40; kill++) {
      const { child, writing, ended, errors } = startWriter(folder);
      await writing;
      await wait(uniformInt(random, 0, 60));
      child.kill('SIGKILL');
      await ended;
      expect(errors()).toBe('');
      furthest = Math.max(furthest, requireSound(folder));
    }
    expect(furthest).toBeGreaterThan(50);
  });

  test('while it begins leaves a run that opens, or a folder in which one can begin', async () => {
    for (let kill = 0; kill < 25; kill++) {
      const folder = join(scratch, `begun-${kill}`);
      const { child, writing, ended } = startWriter(folder);
      if (kill % 5 === 0) await writing;
      // A writer takes a few tens of milliseconds to come to its first file.
      else await wait(uniformInt(random, 20, 200));
      child.kill('SIGKILL');
      await ended;
      if (existsSync(join(folder, 'config.json'))) requireSound(folder);
      else createRun(folder, config).end('finished');
    }
  });

  test('holds its folder as long as it lives, and no longer', async () => {
    const folder = join(scratch, 'held');
    const first = startWriter(folder);
    await first.writing;
    const second = startWriter(folder);
    await second.ended;
    expect(second.errors()).toContain(`${folder}/lock is held by process ${first.child.pid} on `);
    first.child.kill('SIGKILL');
    await first.ended;
    const third = startWriter(folder);
    await third.writing;
    expect(third.errors()).toBe('');
    third.child.kill('SIGKILL');
    await third.ended;
  });
});
