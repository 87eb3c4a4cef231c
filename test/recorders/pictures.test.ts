import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import type { Point } from '../../src/recorders/index.js';
import {
  accuracyPicture,
  compressibilityPicture,
  gasLawPicture,
  lossPicture,
  type Picture,
  pressurePicture,
  temperaturePicture,
  volumePicture,
} from '../../src/recorders/pictures/index.js';
import { syntheticRun } from './syntheticRun.js';

const all: readonly Picture[] = [
  accuracyPicture,
  compressibilityPicture,
  gasLawPicture,
  lossPicture,
  pressurePicture,
  temperaturePicture,
  volumePicture,
];
const draw = (picture: Picture, points: readonly Point[]): Element | null =>
  picture.draw(points, parseHTML('<!doctype html><html><body></body></html>').document);
/** The paths of the lines of a picture, without those of axes and grid. */
const lines = (svg: Element | null): string[] =>
  [...svg!.querySelectorAll('g[aria-label="line"] path')].map((path) => path.getAttribute('d')!);
const texts = (svg: Element | null): string[] =>
  [...svg!.querySelectorAll('text')].map((text) => text.textContent!);

describe('every picture', () => {
  test.each(all.map((picture) => [picture.title, picture] as const))(
    '%s has a role, a label, a title and named axes',
    (title, picture) => {
      const svg = draw(picture, syntheticRun())!;
      expect(svg.tagName.toLowerCase()).toBe('svg');
      expect(svg.getAttribute('role')).toBe('img');
      expect(svg.getAttribute('aria-label')).toMatch(new RegExp(`^${title}: `));
      expect(svg.querySelector('title')!.textContent).toBe(svg.getAttribute('aria-label'));
      expect(texts(svg).some((text) => /^↑ .+/.test(text))).toBe(true);
      expect(texts(svg).some((text) => /^(step|RT .*) →$/.test(text))).toBe(true);
    },
  );

  test.each(all.map((picture) => [picture.title, picture] as const))(
    '%s is left out when there is nothing to draw',
    (_, picture) => {
      const empty = Object.fromEntries(picture.fields.map((field) => [field, null]));
      expect(draw(picture, [])).toBe(null);
      expect(draw(picture, [{ step: 1 }, { step: 2, ...empty }])).toBe(null);
      expect(
        draw(picture, [
          { step: 1, ...Object.fromEntries(picture.fields.map((field) => [field, Number.NaN])) },
        ]),
      ).toBe(null);
    },
  );

  test.each(all.map((picture) => [picture.title, picture] as const))(
    '%s can be drawn from a single point, or from a constant',
    (_, picture) => {
      const values = Object.fromEntries(picture.fields.map((field) => [field, 0.5]));
      const point = { ...values, dimension: 9 };
      expect(draw(picture, [{ step: 3, ...point }])!.outerHTML).not.toMatch(/NaN|Infinity|undefined/);
      expect(
        draw(picture, [
          { step: 3, ...point },
          { step: 4, ...point },
        ])!.outerHTML,
      ).not.toMatch(/NaN|Infinity|undefined/);
    },
  );
});

describe('a picture against the steps', () => {
  test('passes over what was not measured and joins the rest', () => {
    const volumes = [1, null, Number.NaN, 2, Infinity, 3];
    const [path] = lines(
      draw(
        volumePicture,
        volumes.map((volume, step) => ({ step, volume })),
      ),
    );
    expect(path!.match(/[ML]/g)).toEqual(['M', 'L', 'L']);
  });

  test('keeps every spike of more values than it has pixels', () => {
    const points = Array.from({ length: 50_000 }, (_, step) => ({
      step,
      volume: step === 31_234 ? 9 : 1 + (step % 2) / 10,
    }));
    const [path] = lines(draw(volumePicture, points));
    const heights = [...path!.matchAll(/,(-?[\d.]+)/g)].map((match) => Number(match[1]));
    expect(heights.length).toBeLessThanOrEqual(1000);
    expect(heights.filter((height) => height < 100).length).toBe(1);
  });

  test('names the phases and shades every other one', () => {
    const svg = draw(temperaturePicture, syntheticRun());
    expect(texts(svg)).toContain('isotherm');
    expect(texts(svg)).toContain('adiabat');
    expect(svg!.querySelectorAll('rect').length).toBe(1);
  });

  test('names no phase that is too narrow for its name', () => {
    const points = Array.from({ length: 400 }, (_, step) => ({
      step,
      volume: 1,
      phase: step % 10 === 0 ? 'compression' : 'expansion',
    }));
    expect(texts(draw(volumePicture, points))).not.toContain('compression');
  });
});

const heightOfMiddle = (svg: Element | null): number => {
  const [first, middle, last] = [...lines(svg)[0]!.matchAll(/,(-?[\d.]+)/g)].map((match) => Number(match[1]));
  return (middle! - first!) / (last! - first!);
};

describe('pressurePicture', () => {
  test('is on a log scale where the pressure is above 0 and spans more than ten, else on a linear one', () => {
    const above = draw(pressurePicture, [
      { step: 0, pressure: 0.001 },
      { step: 1, pressure: 0.01 },
      { step: 2, pressure: 1 },
    ]);
    const below = draw(pressurePicture, [
      { step: 0, pressure: -1 },
      { step: 1, pressure: 0 },
      { step: 2, pressure: 1 },
    ]);
    expect(heightOfMiddle(above)).toBeCloseTo(1 / 3, 3);
    expect(heightOfMiddle(below)).toBeCloseTo(1 / 2, 3);
  });
});

describe('gasLawPicture', () => {
  test('draws a gas that obeys pV = RT on the line, with R = (d - 1)/2', () => {
    const points = [1, 2, 4].map((temperature, step) => ({
      step,
      temperature,
      totalTemperature: 2 * temperature,
      pressure: 0.1,
      volume: 40 * temperature,
      dimension: 9,
    }));
    const svg = draw(gasLawPicture, points)!;
    const [line] = lines(svg);
    const [x1, y1, x2, y2] = line!.match(/-?[\d.]+/g)!.map(Number) as [number, number, number, number];
    const circles = [...svg.querySelectorAll('circle')].map(
      (circle) => ['cx', 'cy'].map((name) => Number(circle.getAttribute(name))) as [number, number],
    );
    // pV = 4, 8, 16 and R T = 4, 8, 16: the first three dots lie on the line.
    for (const [x, y] of circles.slice(0, 3))
      expect(y).toBeCloseTo(y1 + ((x - x1) * (y2 - y1)) / (x2 - x1), 1);
    // R T_tot = 8, 16, 32 lies to the right of it.
    for (const [x, y] of circles.slice(3, 6))
      expect(y).toBeGreaterThan(y1 + ((x - x1) * (y2 - y1)) / (x2 - x1) + 10);
  });
});
