import { describe, expect, test } from 'vitest';
import { drawFigure } from '../../src/recorders/pictures/index.js';
import * as pictures from '../../src/recorders/pictures/study/index.js';
import { publishedStudy, studyOf, studyProtocols } from '../../src/simulator/study/index.js';
import { idealCells } from './idealCells.js';

// Ideal cells would show nothing but rounding in pictures of what is left: these are a little off.
const cells = studyProtocols
  .flatMap((protocol) => idealCells(protocol, 3))
  .map((cell, i) => ({
    ...cell,
    internalEnergy: cell.internalEnergy * (1 + 0.05 * Math.sin(i)),
    directionEntropy: cell.directionEntropy + 0.05 * Math.cos(i),
    entropy: cell.entropy + 0.5 * Math.cos(i * i),
    squaredRadius: cell.squaredRadius * (1 + 0.02 * Math.sin(3 * i)),
    pressure: cell.pressure * (1 + 0.02 * Math.cos(3 * i)),
  }));
const { protocols } = studyOf({ ...publishedStudy, points: 3 }, studyProtocols, cells);

// These files show that a picture has changed, not that it is wrong: look at it, then update them with `vitest --update`.
describe('pictures of a study change only when they are meant to', () => {
  test.each(
    Object.entries(pictures).flatMap(([name, picture]) =>
      typeof picture === 'object' ? [[name, picture] as const] : [],
    ),
  )('%s', async (name, picture) => {
    const svg = drawFigure(picture.figure(protocols)!).replaceAll('><', '>\n<');
    await expect(`${svg}\n`).toMatchFileSnapshot(`studyPictures/${name}.svg`);
  });
});
