import { jsonLineEnds, jsonLineOf } from './jsonLines.js';
import { openLineFile } from './lineFile.js';
import type { Recorder } from '../control/index.js';

/**
 * Appends points to a file, one line of JSON each, written whole before `record` returns: killing the process at any
 * moment leaves every line readable. A torn last line left by an earlier process is cut off on opening.
 *
 * @param file path of the file; made when it is not there, in a folder that is
 * @throws ThermoError when the file cannot be written, as on a full disk; the lines before stay whole
 */
export function jsonLinesRecorder(file: string): Recorder {
  const lines = openLineFile(file, jsonLineEnds);
  return { record: (point) => lines.append(jsonLineOf(point)), close: () => lines.close() };
}
