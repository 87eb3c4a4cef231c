import { describe, expect, test } from 'vitest';
import { ThermoError } from '../../src/error.js';
import { trainSettings, trainSettingsSchema, type TrainSettings } from '../../src/experiments/index.js';
import { allowedValues } from '../../src/experiments/settings/index.js';

test.each<[keyof TrainSettings, string]>([
  ['network', 'one of digits, invariantDigits, photographs'],
  ['data', 'the name of a folder'],
  ['steps', 'a whole number of at least 2'],
  ['seed', 'a whole number from 0 to 1000000'],
  ['weightDecay', 'a number greater than 0'],
  ['otherLearningRate', 'a number of at least 0'],
  ['momentum', 'a number from 0 up to, but not including, 1'],
])('what %s may be is said in words: %s', (name, words) => {
  expect(allowedValues(trainSettingsSchema)(name)).toBe(words);
});

test('half of the steps are for cooling unless told otherwise', () => {
  expect(trainSettings({ data: 'here', steps: 301 }).coolingSteps).toBe(151);
});

describe('a setting out of range is refused in one line', () => {
  test.each<[object, string]>([
    [{ batchSize: 1.5 }, 'batchSize is 1.5: pass a whole number of at least 2'],
    [{ momentum: Number.NaN }, 'momentum is NaN: pass a number from 0 up to, but not including, 1'],
    [
      { network: 'photograph' },
      'network is "photograph": pass one of digits, invariantDigits, photographs; did you mean photographs?',
    ],
  ])('%o', (given, message) => {
    expect(() => trainSettings({ data: 'here', ...given })).toThrow(new ThermoError(message));
  });

  test('and a name that there is not', () => {
    expect(() => trainSettings({ data: 'here', lr: 1 } as never)).toThrow(
      'a training has no setting lr: pass some of network, data,',
    );
  });
});
