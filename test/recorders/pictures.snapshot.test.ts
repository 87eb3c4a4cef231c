import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import * as pictures from '../../src/recorders/pictures/index.js';
import { syntheticRun } from './syntheticRun.js';

/** Coordinates to a tenth of a pixel, an element a line: what is seen, without what rounding may change. */
function rounded(svg: string): string {
  return `${svg.replaceAll(/-?\d+\.\d+(?!\.|e)/g, (number) => String(Number(Number(number).toFixed(1)))).replaceAll('><', '>\n<')}\n`;
}

// These files show that a picture has changed, not that it is wrong: look at it, then update them with `vitest -u`.
describe('pictures change only when they are meant to', () => {
  test.each(Object.entries(pictures))('%s', async (name, picture) => {
    const { document } = parseHTML('<!doctype html><html><body></body></html>');
    const svg = picture.draw(syntheticRun(), document);
    await expect(rounded(svg!.outerHTML)).toMatchFileSnapshot(`pictures/${name}.svg`);
  });
});
