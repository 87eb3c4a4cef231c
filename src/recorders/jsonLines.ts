import { z } from 'zod';
import { requireCount, ThermoError } from '../error.js';
import type { Point } from '../control/index.js';

/**
 * One point as one line of JSON. JSON knows no NaN and no infinity: such a value becomes null, and is named in the
 * line's `nonFinite` field, as in {"step":7,"loss":null,"nonFinite":{"loss":"NaN"}}.
 */
export function jsonLineOf(point: Point): string {
  requireCount("a point's step", point.step, 0);
  if ('nonFinite' in point) {
    throw new ThermoError(
      'a point has a field named nonFinite, which the file keeps for itself: name it otherwise',
    );
  }
  const nonFinite = Object.entries(point).filter(
    ([, value]) => typeof value === 'number' && !Number.isFinite(value),
  );
  if (nonFinite.length === 0) return `${JSON.stringify(point)}\n`;
  const names = Object.fromEntries(nonFinite.map(([field, value]) => [field, String(value)]));
  return `${JSON.stringify({ ...point, nonFinite: names })}\n`;
}

const lineSchema = z
  .object({
    step: z.int().nonnegative(),
    nonFinite: z.record(z.string(), z.enum(['NaN', 'Infinity', '-Infinity'])).optional(),
  })
  .catchall(z.union([z.number(), z.string(), z.boolean(), z.null()]));

/**
 * Reads a line written by `jsonLineOf` back to the point it was made of.
 *
 * @param where file and line number, for messages
 * @throws ThermoError when the line is no such point
 */
export function pointOfJsonLine(line: string, where: string): Point {
  const parsed = lineSchema.safeParse(jsonOf(line, where));
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!;
    throw new ThermoError(
      `${where} is no point: ${issue.path.join('.')}: ${issue.message}: remove the line or restore the file`,
    );
  }
  const { nonFinite = {}, ...values } = parsed.data;
  return {
    ...values,
    ...Object.fromEntries(Object.entries(nonFinite).map(([field, text]) => [field, Number(text)])),
  };
}

function jsonOf(line: string, where: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    throw new ThermoError(`${where} is no JSON: remove the line or restore the file`, { cause: error });
  }
}

/** The offset just past each line end. JSON escapes the line ends inside texts, so every one ends a point. */
export function jsonLineEnds(bytes: Uint8Array): readonly number[] {
  const ends: number[] = [];
  for (let at = bytes.indexOf(0x0a); at >= 0; at = bytes.indexOf(0x0a, at + 1)) ends.push(at + 1);
  return ends;
}
