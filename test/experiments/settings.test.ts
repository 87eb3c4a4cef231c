import { expect, test } from 'vitest';
import { z } from 'zod';
import { allowedValues, refusal } from '../../src/experiments/settings/index.js';

const schema = z.strictObject({
  any: z.number().optional(),
  positive: z.number().positive(),
  share: z.number().gt(0).lt(1),
  momentum: z.number().min(0).lt(1),
  least: z.number().min(0),
  count: z.int().min(2),
  range: z.int().min(1).max(9),
  name: z.enum(['one', 'other']),
});

test.each([
  ['any', 'a number'],
  ['positive', 'a number greater than 0'],
  ['share', 'a number greater than 0 and less than 1'],
  ['momentum', 'a number from 0 up to, but not including, 1'],
  ['least', 'a number of at least 0'],
  ['count', 'a whole number of at least 2'],
  ['range', 'a whole number from 1 to 9'],
  ['name', 'one of one, other'],
])('what %s may be is said in words', (name, words) => {
  expect(allowedValues(schema)(name)).toBe(words);
});

test.each([
  [{ share: 1 }, '--share is 1: pass a number greater than 0 and less than 1'],
  [{ count: 1.5 }, '--count is 1.5: pass a whole number of at least 2'],
  [{ count: 1e99 }, '--count is 1e+99: pass a whole number of at least 2 and at most 9007199254740991'],
  [{ name: 'none' }, '--name is "none": pass one of one, other'],
  [
    { other: 1 },
    'a thing has no setting other: pass some of any, positive, share, momentum, least, count, range, name',
  ],
])('a setting that a schema refuses is named with what is allowed: %o', (given, message) => {
  const all = { positive: 1, share: 0.5, momentum: 0, least: 0, count: 2, range: 1, name: 'one', ...given };
  const { error } = schema.safeParse(all);
  expect(refusal(error!, { what: 'a thing', schema, given, spelled: (name) => `--${name}` }).message).toBe(
    message,
  );
});
