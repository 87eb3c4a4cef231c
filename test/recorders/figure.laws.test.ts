import * as fc from 'fast-check';
import { DOMParser } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { csvFields } from '../../src/recorders/csv.js';
import { csvOfFigure, drawFigure, figureFile, hasPlace, ticks } from '../../src/recorders/figure/index.js';
import { fitPanels } from '../../src/recorders/figure/fit.js';
import { layoutOf } from '../../src/recorders/figure/layout.js';
import type { Figure, Mark } from '../../src/recorders/pictures/index.js';

const scale = fc.constantFrom('linear', 'log');
/** Anything that a run may hold, also what no axis has a place for. */
const anything = fc.oneof(
  fc.double({ min: -1e12, max: 1e12 }),
  fc.constantFrom(0, -1, NaN, Infinity, -Infinity, 1, 1),
);
const place = fc.tuple(anything, anything);
const text = fc.string({ unit: 'binary' });
const mark: fc.Arbitrary<Mark> = fc.oneof(
  fc.record({
    kind: fc.constant('line'),
    name: fc.option(text),
    colour: fc.constant('series-1'),
    width: fc.constant(1),
    dash: fc.constantFrom([], [4, 3]),
    places: fc.array(fc.option(place)),
  }),
  fc.record({
    kind: fc.constant('dots'),
    name: fc.option(text),
    colour: fc.constant('series-2'),
    radius: fc.constant(2),
    opacity: fc.constant(1),
    places: fc.array(place),
    errors: fc.array(anything),
  }),
  fc.record({
    kind: fc.constant('band'),
    name: fc.option(text),
    colour: fc.constant('series-3'),
    opacity: fc.constant(0.2),
    places: fc.array(fc.tuple(anything, anything, anything)),
  }),
  fc.record({ kind: fc.constant('stretch'), from: anything, to: anything, text, isShaded: fc.boolean() }),
  fc.record({ kind: fc.constant('label'), at: place, text, colour: fc.constant('text') }),
) as fc.Arbitrary<Mark>;
const figure: fc.Arbitrary<Figure> = fc.record({
  title: text,
  description: text,
  columns: fc.integer({ min: 1, max: 3 }),
  size: fc.constant({ width: 720, panelHeight: 200 }),
  x: fc.record({ label: text, scale }),
  y: fc.record({ label: text, scale }),
  panels: fc.array(fc.record({ title: fc.option(text), marks: fc.array(mark, { maxLength: 3 }) }), {
    maxLength: 4,
  }),
}) as fc.Arbitrary<Figure>;
const settings = { seed: 1, numRuns: 300 };

describe('whatever a figure holds', () => {
  test('it is drawn without an error, in finite numbers, as markup that holds no text unescaped', () => {
    fc.assert(
      fc.property(figure, (one) => {
        for (const svg of [drawFigure(one), figureFile(one)]) {
          const attributes = [...svg.matchAll(/ (?:d|x|y|width|height|cx|cy|viewBox)="([^"]*)"/g)].map(
            ([, value]) => value!,
          );
          expect(attributes.filter((value) => /NaN|Infinity|undefined|e[+-]/.test(value))).toEqual([]);
          const document = new DOMParser().parseFromString(svg, 'image/svg+xml');
          const known = new Set(['svg', 'title', 'desc', 'g', 'path', 'text', 'tspan', 'rect', 'circle']);
          expect(
            [...document.querySelectorAll('*')]
              .map(({ tagName }) => tagName)
              .filter((name) => !known.has(name)),
          ).toEqual([]);
          expect(svg).not.toMatch(/style=|<script|on\w+="/);
        }
      }),
      settings,
    );
  });

  test('what is finite on its axes stands inside of the frame', () => {
    fc.assert(
      fc.property(figure, (one) => {
        for (const { x, y, marks } of fitPanels(one))
          for (const { kind, ...rest } of marks) {
            if (kind !== 'line' && kind !== 'dots') continue;
            for (const place of (rest as { places: readonly ([number, number] | null)[] }).places) {
              if (place === null) continue;
              [x, y].forEach((axis, i) => {
                const value = place[i]!;
                if (!hasPlace(value, axis.scale)) return;
                expect(value).toBeGreaterThanOrEqual(axis.domain[0]);
                expect(value).toBeLessThanOrEqual(axis.domain[1]);
              });
            }
          }
      }),
      settings,
    );
  });

  test('its panels stand within the picture and beside each other', () => {
    fc.assert(
      fc.property(figure, (one) => {
        const { width, height, panels } = layoutOf(one);
        panels.forEach(({ frame, top }, i) => {
          expect(frame.left).toBeGreaterThan(0);
          expect(frame.right).toBeLessThanOrEqual(width);
          expect(frame.bottom).toBeLessThanOrEqual(height);
          expect(top).toBeLessThan(frame.top);
          const before = panels[i - 1];
          if (before !== undefined)
            expect(before.frame.right < frame.left || before.frame.bottom < frame.top).toBe(true);
        });
      }),
      settings,
    );
  });

  test('the ticks of its axes rise and lie on them', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-9, max: 1e9, noNaN: true }),
        fc.double({ min: 1.001, max: 1e12, noNaN: true }),
        scale,
        fc.integer({ min: 2, max: 10 }),
        (from, ratio, scale, wanted) => {
          const marked = ticks([from, from * ratio], scale as 'linear' | 'log', wanted);
          expect(marked.length).toBeGreaterThanOrEqual(1);
          expect(marked.length).toBeLessThanOrEqual(2 * wanted);
          marked.forEach((one, i) => {
            if (i > 0) expect(one).toBeGreaterThan(marked[i - 1]!);
            expect(one).toBeGreaterThanOrEqual(from * (1 - 1e-9));
            expect(one).toBeLessThanOrEqual(from * ratio * (1 + 1e-9));
          });
        },
      ),
      settings,
    );
  });

  test('its numbers are a CSV of as many fields in each record', () => {
    fc.assert(
      fc.property(fc.array(fc.array(place), { minLength: 1, maxLength: 3 }), (series) => {
        const one = pictureOf(series.map((places, i) => lineOf(`"line",\r\n${i}`, places)));
        const records = csvOfFigure(one)
          .split(/\r\n(?=line|series|"""line|$)/)
          .slice(0, -1);
        const count = series.flat().length;
        if (count > 0) expect(records.length - 1).toBe(count);
        for (const record of records.slice(1)) expect(csvFields(record).length).toBe(3);
      }),
      settings,
    );
  });
});

const lineOf = (name: string, places: readonly (readonly [number, number] | null)[]): Mark => ({
  kind: 'line',
  name,
  colour: 'series-1',
  width: 1,
  dash: [],
  places,
});
const pictureOf = (marks: readonly Mark[], scale: 'linear' | 'log' = 'linear'): Figure => ({
  title: 'A title',
  description: 'What it shows.',
  columns: 1,
  size: { width: 720, panelHeight: 200 },
  x: { label: 'step', scale: 'linear' },
  y: { label: 'volume', scale },
  panels: [{ title: null, marks }],
});

describe('a figure says what it could not draw', () => {
  const lastLine = (figure: Figure): string =>
    /<text[^>]*>([^<]*)<\/text><\/svg>$/.exec(drawFigure(figure))![1]!;

  test('where there is nothing', () => {
    expect(lastLine(pictureOf([]))).toBe('There is nothing to draw.');
    expect(drawFigure(pictureOf([]))).toContain('<desc>What it shows. There is nothing to draw.</desc>');
  });

  test('where values are below a logarithmic axis, or not finite', () => {
    const marks = [
      lineOf('V', [
        [1, -1],
        [2, 0],
        [3, 4],
        [4, NaN],
      ]),
    ];
    expect(lastLine(pictureOf(marks, 'log'))).toBe(
      'Not drawn: 2 values of 0 or below on a logarithmic axis; 1 value not finite.',
    );
    expect(lastLine(pictureOf(marks))).toBe('Not drawn: 1 value not finite.');
  });

  test('and says nothing where all is drawn', () => {
    expect(drawFigure(pictureOf([lineOf('V', [[1, 1]])]))).not.toContain('rawn');
  });
});

test('a picture is labelled for screen readers, and its subscripts are set', () => {
  const svg = drawFigure(pictureOf([lineOf('T_tot', [[1, 1]]), lineOf('run_name <1>', [[1, 2]])]));
  expect(svg).toMatch(/^<svg [^>]*role="img"[^>]*><title>A title<\/title><desc>What it shows\.<\/desc>/);
  expect(svg).toContain('T<tspan dy="3" font-size="9">tot</tspan>');
  expect(svg).toContain('run_name &lt;1&gt;');
});

test('a file stands alone: on a surface, in colours that need no page', () => {
  const svg = figureFile(
    pictureOf([
      lineOf('V', [
        [1, 1],
        [2, 2],
      ]),
    ]),
  );
  expect(svg).toContain('fill="#ffffff"');
  expect(svg).toContain('>A title</text>');
  expect(svg).not.toContain('var(');
  expect(
    drawFigure(
      pictureOf([
        lineOf('V', [
          [1, 1],
          [2, 2],
        ]),
      ]),
    ),
  ).toContain('var(--series-1)');
});
