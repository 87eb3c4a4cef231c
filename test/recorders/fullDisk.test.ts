import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, vi } from 'vitest';
import { csvRecorder, jsonLinesRecorder, readPoints, teeRecorders } from '../../src/recorders/node.js';
import { smallDisk, testOnSmallDisk } from './smallDisk.js';

const disk = smallDisk();

testOnSmallDisk(
  'a full disk is told of once for all files, which stay whole, and what was held back follows when there is space again',
  () => {
    const warnings: string[] = [];
    const warned = vi.spyOn(console, 'warn').mockImplementation((line: string) => void warnings.push(line));
    const [lines, table] = [join(disk, 'points.jsonl'), join(disk, 'points.csv')];
    const recorder = teeRecorders(jsonLinesRecorder(lines), csvRecorder(table));
    const filler = join(disk, 'filler');
    writeFileSync(filler, new Uint8Array(900 * 1024));
    const record = (step: number): void => void recorder.record({ step, loss: 1 / 3, phase: 'isotherm' });
    const stepsInTable = (): number[] =>
      readFileSync(table, 'utf8')
        .trimEnd()
        .split('\r\n')
        .slice(1)
        .map((row) => Number(row.split(',')[0]));
    const stepsInLines = (): number[] => readPoints(lines).points.map(({ step }) => step);

    for (let step = 0; step < 5000; step += 1) record(step);
    warned.mockRestore();
    expect(warnings).toEqual([
      expect.stringMatching(
        /^at step \d+: \S+points\.(jsonl|csv) cannot be written: the disk is full \(ENOSPC\); what was recorded before is kept: free some space or choose another disk; all else goes on, and what else this disk does not take is not told$/,
      ),
    ]);
    for (const whole of [stepsInLines(), stepsInTable()]) {
      expect(whole.length).toBeGreaterThan(100);
      expect(whole.length).toBeLessThan(5000);
      expect(whole).toEqual(whole.map((_, i) => i));
    }
    expect(readPoints(lines).tornBytes).toBe(0);

    rmSync(filler);
    record(5000);
    void recorder.close();
    const all = Array.from({ length: 5001 }, (_, i) => i);
    expect(stepsInLines()).toEqual(all);
    expect(stepsInTable()).toEqual(all);
  },
);
