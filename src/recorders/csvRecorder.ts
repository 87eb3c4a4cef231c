import { readFileSync } from 'node:fs';
import { requireCount, ThermoError } from '../error.js';
import { csvField, csvFields, csvRecordEnds } from './csv.js';
import { openLineFile } from './lineFile.js';
import type { Point, Recorder } from '../control/index.js';

/** How a CSV file is laid out. */
export interface CsvOptions {
  /** Names of the columns, `step` among them; those of the file's header or else of the first point unless given. */
  readonly columns?: readonly string[];
}

/**
 * Appends points to a CSV file (RFC 4180, with a header), each written whole before `record` returns. A file that is
 * there already is continued under its own header, a torn last record cut off first. A value that is null or missing is
 * an empty field, one that is not finite reads NaN, Infinity or -Infinity, and a field without a column is left out.
 *
 * @param file path of the file; made when it is not there, in a folder that is
 * @throws ThermoError when the columns lack `step` or are not those of the file, or when the file cannot be written, as
 *   on a full disk; the records before stay whole
 */
export function csvRecorder(file: string, { columns: wanted }: CsvOptions = {}): Recorder {
  if (wanted !== undefined && !wanted.includes('step')) {
    throw new ThermoError(`columns are ${wanted.join(', ')}: pass step among them`);
  }
  const lines = openLineFile(file, csvRecordEnds);
  let columns = lines.empty ? wanted : headerOf(file, wanted);
  if (lines.empty && wanted !== undefined) lines.append(recordOf(wanted));
  return {
    record: (point) => {
      requireCount("a point's step", point.step, 0);
      const header = columns === undefined ? recordOf((columns = Object.keys(point))) : '';
      lines.append(header + recordOf(columns.map((column) => point[column])));
    },
    close: () => lines.close(),
  };
}

function recordOf(values: readonly (Point[string] | undefined)[]): string {
  return `${values.map(csvField).join(',')}\r\n`;
}

function headerOf(file: string, wanted: readonly string[] | undefined): readonly string[] {
  const bytes = readFileSync(file);
  const header = csvFields(bytes.toString('utf8', 0, csvRecordEnds(bytes)[0]));
  if (wanted !== undefined && header.join() !== wanted.join()) {
    throw new ThermoError(
      `${file} has the columns ${header.join(', ')}: pass the same columns or choose another file`,
    );
  }
  return header;
}
