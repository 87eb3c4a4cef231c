import { closeSync, fstatSync, fsyncSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs';
import { requireCount, ThermoError } from '../error.js';
import { fileError } from './fileError.js';

/** A file that only grows, by whole lines. */
export interface LineFile {
  /** Whether it was empty when it was opened. */
  readonly empty: boolean;
  /** Writes one line, its line end included, in one call to the system, so that killing the process cannot undo it. */
  append(line: string): void;
  /** Makes the system write it to the disk, and closes it. */
  close(): void;
}

/** Finds the lines of a file's bytes: the offset just past each line end. What follows the last one is torn. */
export type FindLineEnds = (bytes: Uint8Array) => readonly number[];

/**
 * Opens a file of lines for appending. A torn last line, left by a process that was killed, is cut off first.
 *
 * @throws ThermoError when the file cannot be opened, read or written
 */
export function openLineFile(file: string, findLineEnds: FindLineEnds): LineFile {
  const descriptor = onFile(file, () => openSync(file, 'a+'));
  const regular = fstatSync(descriptor).isFile();
  if (regular)
    onFile(file, () => ftruncateSync(descriptor, findLineEnds(readFileSync(descriptor)).at(-1) ?? 0));
  let end = fstatSync(descriptor).size;
  return {
    empty: end === 0,
    append: (line) =>
      onFile(file, () => {
        const bytes = Buffer.from(line);
        try {
          for (let written = 0; written < bytes.length;) written += writeSync(descriptor, bytes, written);
          end += bytes.length;
        } catch (error) {
          if (regular) ftruncateSync(descriptor, end);
          throw error;
        }
      }),
    close: () =>
      onFile(file, () => {
        if (regular) fsyncSync(descriptor);
        closeSync(descriptor);
      }),
  };
}

/**
 * Cuts off the first line for which `stepOf` is greater than `step`, and all that follows it.
 *
 * @param step the last step to keep, at least 0
 * @throws ThermoError when the file cannot be read or written
 */
export function cutLinesAfter(
  file: string,
  step: number,
  findLineEnds: FindLineEnds,
  stepOf: (line: string, lineNumber: number) => number,
): void {
  requireCount('step', step, 0);
  const descriptor = onFile(file, () => openSync(file, 'r+'));
  onFile(file, () => {
    try {
      // A device that stands in for the file has no end to read to and nothing to cut.
      if (!fstatSync(descriptor).isFile()) return;
      const bytes = readFileSync(descriptor);
      let kept = 0;
      for (const [index, end] of findLineEnds(bytes).entries()) {
        if (stepOf(bytes.toString('utf8', kept, end), index + 1) > step) break;
        kept = end;
      }
      ftruncateSync(descriptor, kept);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
  });
}

function onFile<Result>(file: string, act: () => Result): Result {
  try {
    return act();
  } catch (error) {
    throw error instanceof ThermoError ? error : fileError(file, error);
  }
}
