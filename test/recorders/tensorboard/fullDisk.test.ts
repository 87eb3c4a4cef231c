import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, vi } from 'vitest';
import {
  jsonLinesRecorder,
  readEvents,
  teeRecorders,
  tensorboardRecorder,
} from '../../../src/recorders/node.js';
import { smallDisk, testOnSmallDisk } from '../smallDisk.js';

const disk = smallDisk();

testOnSmallDisk(
  'a full disk is told of once with the other files on it, the file stays readable, and what was held back follows when there is space again',
  () => {
    const warnings: string[] = [];
    const logs = join(disk, 'logs');
    const warned = vi.spyOn(console, 'warn').mockImplementation((line: string) => void warnings.push(line));
    const tensorboard = tensorboardRecorder({ folder: logs });
    const recorder = teeRecorders(tensorboard, jsonLinesRecorder(join(disk, 'points.jsonl')));
    const filler = join(disk, 'filler');
    writeFileSync(filler, new Uint8Array(960 * 1024));
    const stepsIn = (): number[] => {
      const { events } = readEvents(readFileSync(join(logs, readdirSync(logs)[0]!)));
      return events.slice(1).map(({ step }) => step);
    };

    const record = (step: number): void =>
      void recorder.record({ step, temperature: 1, totalTemperature: 1 });
    for (let step = 0; step < 3000; step++) record(step);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toMatch(/^at step \d+: \S+ cannot be written: the disk is full \(ENOSPC\)/);
    expect(() => tensorboard.record({ step: 2999.5 })).toThrow(/step/);
    const whole = stepsIn();
    expect(whole.length).toBeGreaterThan(100);
    expect(whole.length).toBeLessThan(3000);

    rmSync(filler);
    record(3000);
    void recorder.close();
    warned.mockRestore();
    expect(stepsIn()).toEqual(Array.from({ length: 3001 }, (_, i) => i));
    expect(warnings).toHaveLength(1);
  },
);
