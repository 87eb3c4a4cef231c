import { describe, expect, test } from 'vitest';
import { drawFigure, runPictures } from '../../src/recorders/pictures/index.js';
import { syntheticRun } from './syntheticRun.js';

// These files show that a picture has changed, not that it is wrong: look at it, then update them with `vitest --update`.
describe('pictures change only when they are meant to', () => {
  const drawn = runPictures('train', syntheticRun()).filter(({ figure }) => figure !== null);
  test.each(drawn.map((picture) => [picture.title, picture.figure!] as const))(
    '%s',
    async (title, figure) => {
      const file = title.toLowerCase().replaceAll(/[^a-z]+/g, '-');
      await expect(`${drawFigure(figure).replaceAll('><', '>\n<')}\n`).toMatchFileSnapshot(
        `pictures/${file}.svg`,
      );
    },
  );
});
