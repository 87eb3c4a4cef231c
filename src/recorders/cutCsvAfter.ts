import { ThermoError } from '../error.js';
import { csvFields, csvRecordEnds } from './csv.js';
import { cutLinesAfter } from './lineFile.js';

/**
 * Cuts the points after a step, and a torn last record, off a file written by `csvRecorder`; the header stays.
 *
 * @param step the last step to keep, at least 0
 * @throws ThermoError when the file cannot be read or written, or has no `step` column or a record without a step
 */
export function cutCsvAfter(file: string, step: number): void {
  let stepColumn = -1;
  cutLinesAfter(file, step, csvRecordEnds, (record, number) => {
    const fields = csvFields(record);
    if (number === 1) {
      stepColumn = fields.indexOf('step');
      if (stepColumn < 0)
        throw new ThermoError(`${file} has no column named step: restore the file or remove it`);
      return 0;
    }
    const recorded = Number(fields[stepColumn] || NaN);
    if (!Number.isInteger(recorded)) {
      throw new ThermoError(`${file} record ${number} has no step: restore the file or remove it`);
    }
    return recorded;
  });
}
