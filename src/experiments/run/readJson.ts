import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { ThermoError } from '../../error.js';

/**
 * Reads a JSON file and checks it against a schema.
 *
 * @returns what it holds, or undefined when there is no such file
 * @throws ThermoError in one line, when the file cannot be read, is no JSON, or is not what the schema asks for
 */
export function readJson<Content>(file: string, schema: z.ZodType<Content>): Content | undefined {
  const text = textOf(file);
  if (text === undefined) return undefined;
  const parsed = schema.safeParse(jsonOf(file, text));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0]!;
  const where = issue.path.length > 0 ? `${issue.path.join('.')}: ` : '';
  throw new ThermoError(
    `${file} is damaged: ${where}${issue.message}: restore the file or begin another run`,
  );
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw new ThermoError(`${file} cannot be read (${code}): make it readable`, { cause: error });
  }
}

function jsonOf(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ThermoError(`${file} is damaged: it is no JSON: restore the file or begin another run`, {
      cause: error,
    });
  }
}
