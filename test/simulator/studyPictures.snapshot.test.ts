import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import * as pictures from '../../src/recorders/pictures/study/index.js';
import { publishedStudy, studyOf, studyProtocols } from '../../src/simulator/study/index.js';
import { idealCells } from './idealCells.js';

/** Coordinates to a tenth of a pixel, an element a line: what is seen, without what rounding may change. */
function rounded(svg: string): string {
  return `${svg.replaceAll(/-?\d+\.\d+(?!\.|e)/g, (number) => String(Number(Number(number).toFixed(1)))).replaceAll('><', '>\n<')}\n`;
}

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

// These files show that a picture has changed, not that it is wrong: look at it, then update them with `vitest -u`.
describe('pictures of a study change only when they are meant to', () => {
  test.each(
    Object.entries(pictures).flatMap(([name, picture]) =>
      typeof picture === 'object' ? [[name, picture] as const] : [],
    ),
  )('%s', async (name, picture) => {
    const { document } = parseHTML('<!doctype html><html><body></body></html>');
    await expect(rounded(picture.draw(protocols, document)!.outerHTML)).toMatchFileSnapshot(
      `studyPictures/${name}.svg`,
    );
  });
});
