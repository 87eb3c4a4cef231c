import { jsonLineEnds, pointOfJsonLine } from './jsonLines.js';
import { cutLinesAfter } from './lineFile.js';

/**
 * Cuts the points after a step, and a torn last line, off a file written by `jsonLinesRecorder`.
 *
 * @param step the last step to keep, at least 0
 * @throws ThermoError when the file cannot be read or written, or holds a line that is no point
 */
export function cutJsonLinesAfter(file: string, step: number): void {
  cutLinesAfter(
    file,
    step,
    jsonLineEnds,
    (line, number) => pointOfJsonLine(line, `${file} line ${number}`).step,
  );
}
