import { spawn, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createRun, openRun, resumeRun } from '../../src/experiments/run/index.js';
import { temporaryFolders } from '../temporaryFolders.js';
import { config } from './runConfig.js';

const newFolder = temporaryFolders();
/** The number of a process that is gone. */
const gone = spawnSync(process.execPath, ['--version']).pid;

describe('the lock of a run folder', () => {
  test('keeps a second writer out until the first ends', () => {
    const folder = newFolder();
    const run = createRun(folder, config);
    expect(() => resumeRun(folder, 0)).toThrow(
      `${folder}/lock is held by process ${process.pid} on ${hostname()}: let that run end, choose another folder, or remove the file if no such run is going on`,
    );
    run.end('interrupted');
    resumeRun(folder, 0).end('finished');
  });

  test.each([
    ['whose process is gone', { pid: gone, host: hostname(), start: '1' }, `process ${gone}`],
    [
      'whose number has passed to another process',
      { pid: process.pid, host: hostname(), start: '1' },
      `process ${process.pid}`,
    ],
    ['that is damaged', 'half a l', 'a process'],
  ])('is taken over from a writer %s, with a note', (_, left, who) => {
    const folder = newFolder();
    createRun(folder, config).end('interrupted');
    writeFileSync(join(folder, 'lock'), typeof left === 'string' ? left : JSON.stringify(left));
    const run = resumeRun(folder, 0);
    expect(run.notes).toEqual([`${folder}/lock was left by ${who}, which is gone: taken over`]);
    expect(JSON.parse(readFileSync(join(folder, 'lock'), 'utf8'))).toMatchObject({ pid: process.pid });
    run.end('finished');
  });

  test.skipIf(process.platform !== 'linux')(
    'is taken over from a process of which nothing but its remains is left',
    () => {
      const folder = newFolder();
      createRun(folder, config).end('interrupted');
      // A shell that becomes another program fetches no children of its own any more.
      const parent = spawn('sh', ['-c', 'sleep 0 & echo $!; exec sleep 60'], {
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      return new Promise<void>((settle, fail) => {
        parent.stdout.once('data', (line: Buffer) => {
          const pid = Number(line);
          setTimeout(() => {
            try {
              const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
                .replace(/^.*\) /s, '')
                .split(' ');
              expect(stat[0]).toBe('Z');
              const left = { pid, host: hostname(), start: stat[19] };
              writeFileSync(join(folder, 'lock'), JSON.stringify(left));
              resumeRun(folder, 0).end('finished');
              settle();
            } catch (error) {
              fail(error);
            } finally {
              parent.kill();
            }
          }, 500);
        });
      });
    },
  );

  test('of another machine is never taken over, as its process cannot be seen', () => {
    const folder = newFolder();
    createRun(folder, config).end('interrupted');
    writeFileSync(
      join(folder, 'lock'),
      JSON.stringify({ pid: gone, host: `not-${hostname()}`, start: null }),
    );
    expect(() => resumeRun(folder, 0)).toThrow(`is held by process ${gone} on not-${hostname()}`);
  });

  test('left behind while the run says that it goes on means that it was interrupted', () => {
    const folder = newFolder();
    createRun(folder, config);
    writeFileSync(join(folder, 'lock'), JSON.stringify({ pid: gone, host: hostname(), start: '1' }));
    expect(openRun(folder).status).toMatchObject({
      state: 'interrupted',
      reason: 'its process ended without saying so',
    });
  });

  test('is not released by a writer that has lost it', () => {
    const folder = newFolder();
    const run = createRun(folder, config);
    const other = JSON.stringify({ pid: gone, host: hostname(), start: '1' });
    writeFileSync(join(folder, 'lock'), other);
    run.end('finished');
    expect(readFileSync(join(folder, 'lock'), 'utf8')).toBe(other);
  });
});
