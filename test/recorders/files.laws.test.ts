import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Point } from '../../src/recorders/index.js';
import {
  csvRecorder,
  cutCsvAfter,
  cutJsonLinesAfter,
  jsonLinesRecorder,
  readPoints,
} from '../../src/recorders/node.js';
import { temporaryFolders } from '../temporaryFolders.js';

const newFolder = temporaryFolders();
const parameters = { seed: 7, numRuns: 60 };

/** JSON has no -0. */
const anyNumber = fc.double().map((x) => (x === 0 ? 0 : x));
const anyValue = fc.oneof(
  anyNumber,
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('a,b', '"', 'x\r\ny', '\n'),
  fc.boolean(),
  fc.constant(null),
);
const anyPoints: fc.Arbitrary<Point[]> = fc
  .array(fc.record({ alpha: anyValue, beta: anyValue, gamma: anyValue }), { minLength: 1, maxLength: 8 })
  .map((points) => points.map((point, i) => ({ step: 10 * i, ...point })));

describe('points in a file', () => {
  test('JSON lines give back every point as it was', () => {
    const file = join(newFolder(), 'points.jsonl');
    fc.assert(
      fc.property(anyPoints, (points) => {
        writeFileSync(file, '');
        const recorder = jsonLinesRecorder(file);
        for (const point of points) recorder.record(point);
        recorder.close();
        expect(readPoints(file)).toEqual({ points, tornBytes: 0 });
      }),
      parameters,
    );
  });

  test('cut anywhere, a file of JSON lines loses the torn point alone, and goes on behind the whole ones', () => {
    const file = join(newFolder(), 'points.jsonl');
    fc.assert(
      fc.property(anyPoints, fc.double({ min: 0, max: 1, noNaN: true }), (points, share) => {
        writeFileSync(file, '');
        const recorder = jsonLinesRecorder(file);
        for (const point of points) recorder.record(point);
        recorder.close();
        const bytes = readFileSync(file);
        const cut = Math.floor(share * bytes.length);
        const whole = bytes.subarray(0, cut).filter((byte) => byte === 0x0a).length;
        truncateSync(file, cut);
        expect(readPoints(file).points).toEqual(points.slice(0, whole));
        const again = jsonLinesRecorder(file);
        again.record({ step: 1000 });
        again.close();
        expect(readPoints(file)).toEqual({
          points: [...points.slice(0, whole), { step: 1000 }],
          tornBytes: 0,
        });
      }),
      parameters,
    );
  });

  test('a run cut after a step and recorded again is, byte for byte, one that was never interrupted', () => {
    const folder = newFolder();
    fc.assert(
      fc.property(anyPoints, fc.nat({ max: 8 }), fc.nat({ max: 30 }), (points, kept, torn) => {
        const step = 10 * kept;
        for (const [file, open, cut] of [
          [join(folder, 'a.jsonl'), jsonLinesRecorder, cutJsonLinesAfter],
          [join(folder, 'a.csv'), csvRecorder, cutCsvAfter],
        ] as const) {
          writeFileSync(file, '');
          const recorder = open(file);
          for (const point of points) recorder.record(point);
          recorder.close();
          const undisturbed = readFileSync(file);
          // Tear the end off, but not the points that are to be kept, as a checkpoint makes sure of.
          cut(file, step);
          const least = readFileSync(file).length;
          writeFileSync(file, undisturbed.subarray(0, Math.max(least, undisturbed.length - torn)));
          cut(file, step);
          const again = open(file);
          for (const point of points) if (point.step > step) again.record(point);
          again.close();
          expect(readFileSync(file).equals(undisturbed)).toBe(true);
        }
      }),
      parameters,
    );
  });
});
