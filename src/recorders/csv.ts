import type { Point } from '../control/index.js';

/** A value as an RFC 4180 field: quoted where it must be; null and a missing value are empty. */
export function csvField(value: Point[string] | undefined): string {
  const text = String(value ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The fields of one RFC 4180 record. */
export function csvFields(record: string): string[] {
  const fields: string[] = [];
  for (const [, quoted, plain, separator] of record
    .replace(/\r?\n$/, '')
    .matchAll(/(?:"((?:[^"]|"")*)"|([^,]*))(,|$)/g)) {
    fields.push(quoted?.replaceAll('""', '"') ?? plain!);
    if (separator === '') break;
  }
  return fields;
}

/** The offset just past each record's line end. A line end inside quotes belongs to a field. */
export function csvRecordEnds(bytes: Uint8Array): readonly number[] {
  const ends: number[] = [];
  let quoted = false;
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i] === 0x22) quoted = !quoted;
    else if (bytes[i] === 0x0a && !quoted) ends.push(i + 1);
  }
  return ends;
}
