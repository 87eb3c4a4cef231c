import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** Bytes that are read at once: the event loop gets its turn in between. */
const piece = 4_000_000;

/** What a look at a growing file of lines has found. */
export interface NewLines {
  /** Whole lines, without their ends. */
  readonly lines: readonly string[];
  /** Whether the file was cut or replaced, so that these lines are the first ones anew. */
  readonly isAnew: boolean;
  /** Whether there is more to read at once. */
  readonly hasMore: boolean;
}

/**
 * Follows a file of lines that another process appends to, cuts back, or replaces. Each call reads on from the last whole line;
 * that this line still stands where it stood tells whether the file is the one it was.
 *
 * @returns what is new; no lines while there is no such file
 */
export function growingFile(file: string): () => NewLines {
  let read = 0;
  let lastLine = Buffer.alloc(0);
  return () => {
    const descriptor = openIfThere(file);
    if (descriptor === null) return { lines: [], isAnew: false, hasMore: false };
    try {
      const { size } = fstatSync(descriptor);
      const isSame =
        size >= read && bytesOf(descriptor, read - lastLine.length, lastLine.length).equals(lastLine);
      const from = isSame ? read : 0;
      const bytes = bytesOf(descriptor, from, Math.min(piece, size - from));
      const end = bytes.lastIndexOf(0x0a) + 1;
      if (end > 0) {
        lastLine = Buffer.from(bytes.subarray(bytes.lastIndexOf(0x0a, end - 2) + 1, end));
      } else if (!isSame) lastLine = Buffer.alloc(0);
      read = from + end;
      return {
        lines: end === 0 ? [] : bytes.toString('utf8', 0, end - 1).split('\n'),
        isAnew: !isSame,
        hasMore: end > 0 && read + 1 < size && bytes.length === piece,
      };
    } finally {
      closeSync(descriptor);
    }
  };
}

function openIfThere(file: string): number | null {
  try {
    return openSync(file, 'r');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

function bytesOf(descriptor: number, from: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  let done = 0;
  while (done < length) {
    const count = readSync(descriptor, bytes, done, length - done, from + done);
    if (count === 0) break;
    done += count;
  }
  return bytes.subarray(0, done);
}
