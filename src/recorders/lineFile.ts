import { closeSync, fstatSync, fsyncSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs';
import { requireCount, ThermoError } from '../error.js';
import { fileError } from './fileError.js';

/** Bytes of lines held back while the disk takes none, some thousand points; what comes beyond them is lost. */
const mostHeld = 4 * 1024 * 1024;

/** A file that only grows, by whole lines. */
export interface LineFile {
  /** Whether it was empty when it was opened. */
  readonly empty: boolean;
  /**
   * Writes one line, its line end included, in one call to the system, so that killing the process cannot undo it.
   *
   * @throws ThermoError when it cannot be written; it is held back then, and written before the next one
   */
  append(line: string): void;
  /** Writes what is held back, makes the system write the file to the disk, and closes it; a second time it does nothing. */
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
  const waiting: Buffer[] = [];
  let held = 0;
  let isClosed = false;
  const write = (): void => {
    for (let [bytes] = waiting; bytes !== undefined; [bytes] = waiting) {
      try {
        for (let written = 0; written < bytes.length;) written += writeSync(descriptor, bytes, written);
      } catch (error) {
        if (regular) ftruncateSync(descriptor, end);
        throw error;
      }
      end += bytes.length;
      held -= bytes.length;
      waiting.shift();
    }
  };
  return {
    empty: end === 0,
    append: (line) =>
      onFile(file, () => {
        if (held >= mostHeld) write();
        const bytes = Buffer.from(line);
        waiting.push(bytes);
        held += bytes.length;
        write();
      }),
    close: () =>
      onFile(file, () => {
        if (isClosed) return;
        isClosed = true;
        try {
          write();
          if (regular) fsyncSync(descriptor);
        } finally {
          closeSync(descriptor);
        }
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
