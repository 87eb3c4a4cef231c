import { expect, test } from 'vitest';
import { inFlags } from '../../src/cli/inFlags.js';

const names = ['weightDecay', 'effectiveLearningRate', 'steps', 'run', 'radius'];

test.each([
  ['weightDecay is -1: pass a number', '--weight-decay is -1: pass a number'],
  [
    'no rate: pass learningRate or effectiveLearningRate',
    'no rate: pass learningRate or --effective-learning-rate',
  ],
  ['steps is 0: pass more steps', '--steps is 0: pass more steps'],
  [
    'radius and volume are both given: leave out radius',
    '--radius and volume are both given: leave out radius',
  ],
  [
    'run folder weightDecay2 is not empty: choose another',
    'run folder weightDecay2 is not empty: choose another',
  ],
])('a refusal speaks of options as they are written: %s', (message, inFlagsOf) => {
  expect(inFlags(message, names)).toBe(inFlagsOf);
});
