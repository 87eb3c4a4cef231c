import { readFileSync, statSync } from 'node:fs';
import { ThermoError } from '../error.js';
import { jsonLineEnds, pointOfJsonLine } from './jsonLines.js';
import type { Point } from '../control/index.js';

/**
 * Reads the points of a file written by `jsonLinesRecorder`; what was NaN or infinite is so again.
 *
 * @returns the points, and how many bytes of a torn last line, left by a process that was killed, were passed over
 * @throws ThermoError when the file cannot be read, or a whole line in it is no point
 */
export function readPoints(file: string): { points: Point[]; tornBytes: number } {
  const bytes = bytesOf(file);
  const points: Point[] = [];
  let start = 0;
  for (const end of jsonLineEnds(bytes)) {
    points.push(pointOfJsonLine(bytes.toString('utf8', start, end), `${file} line ${points.length + 1}`));
    start = end;
  }
  return { points, tornBytes: bytes.length - start };
}

function bytesOf(file: string): Buffer {
  if (statSync(file, { throwIfNoEntry: false })?.isFile() !== true) {
    throw new ThermoError(`${file} is no file: name a file of recorded points`);
  }
  try {
    return readFileSync(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new ThermoError(`${file} cannot be read (${code}): make it readable`, { cause: error });
  }
}
