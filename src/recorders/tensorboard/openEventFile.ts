import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { ThermoError } from '../../error.js';
import { fileError } from '../fileError.js';
import { encodeEventRecord, fileVersion, type TensorboardEvent } from './events/index.js';

/** Bytes held back while the disk takes none, some thousand points; what comes beyond them is lost. */
const most = 4 * 1024 * 1024;

/** An event file that is being written. */
export interface EventFile {
  /**
   * Writes an event in one call to the system, so that killing the process cannot undo it.
   *
   * @throws ThermoError when it cannot be written; it is held back then, and written before the next one
   */
  append(event: TensorboardEvent): void;
  /** Writes what is held back, makes the system write it to the disk, and closes the file. */
  close(): void;
}

/**
 * Makes an event file and opens it for appending.
 *
 * @param file path of a file that is not there yet
 * @throws ThermoError when the file cannot be made
 */
export function openEventFile(file: string): EventFile {
  const descriptor = onFile(file, () => openSync(file, 'wx'));
  const pending: Uint8Array[] = [];
  let held = 0;
  let closed = false;

  const write = (): void => {
    for (let [next] = pending; next !== undefined; [next] = pending) {
      const written = writeSync(descriptor, next);
      held -= written;
      // A reader may have seen the first part of a record already: what follows must be the rest of it.
      if (written < next.length) pending[0] = next.subarray(written);
      else pending.shift();
    }
  };
  const append = (event: TensorboardEvent): void => {
    if (closed) throw new ThermoError(`${file} is closed: open another recorder`);
    if (held < most) {
      const record = encodeEventRecord(event);
      pending.push(record);
      held += record.length;
    }
    onFile(file, write);
  };

  append({ wallTime: Date.now() / 1000, step: 0, content: { fileVersion } });
  return {
    append,
    close: () => {
      if (closed) return;
      closed = true;
      onFile(file, () => {
        try {
          write();
          fsyncSync(descriptor);
        } finally {
          closeSync(descriptor);
        }
      });
    },
  };
}

function onFile<Result>(file: string, act: () => Result): Result {
  try {
    return act();
  } catch (error) {
    throw fileError(file, error);
  }
}
