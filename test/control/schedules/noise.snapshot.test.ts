import { expect, test } from 'vitest';
import { noisy } from '../../../src/control/index.js';

// Shows that the generator or its seeding has changed, which would change a run that is resumed.
test('noise of a seed is the same in every version', () => {
  expect([0, 1, 2].map((step) => noisy(1, { seed: 42 })(step))).toMatchInlineSnapshot(`
    [
      1.6184883597125814,
      1.557043615276759,
      1.1792891301276367,
    ]
  `);
  expect([0, 1, 2].map((step) => noisy(1, { seed: 42, distribution: 'uniform' })(step)))
    .toMatchInlineSnapshot(`
    [
      1.6184883597125814,
      1.557043615276759,
      1.1792891301276367,
    ]
  `);
});
