import { expect, test } from 'vitest';
import { scheduleNames } from '../../../src/control/index.js';
import { drawGallery } from './drawGallery.js';
import { gallery } from './gallery.js';

// The picture of the docs is drawn here. This shows that it has changed, not that it is wrong: look at it, then update it
// with `npx vitest run --config test/vitest.config.ts test/control/schedules/gallery -u`.
test('the picture of all schedules shows them as they are', async () => {
  await expect(drawGallery(gallery)).toMatchFileSnapshot('../../../docs/images/schedules.svg');
});

test('no schedule is missing in the picture', () => {
  expect(gallery.map(({ name }) => name).sort()).toEqual([...scheduleNames].sort());
});
