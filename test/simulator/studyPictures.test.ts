import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { drawFigure } from '../../src/recorders/pictures/index.js';
import * as pictures from '../../src/recorders/pictures/study/index.js';
import { renderStudyReport } from '../../src/recorders/node.js';
import { publishedStudy, studyOf, studyProtocols } from '../../src/simulator/study/index.js';
import { idealCells } from './idealCells.js';

const settings = { ...publishedStudy, points: 3 };
const cells = studyProtocols.flatMap((protocol) => idealCells(protocol, 3));
const whole = studyOf(settings, studyProtocols, cells);
const nothing = studyOf(settings, studyProtocols, []);
const all = Object.entries(pictures).flatMap(([name, picture]) =>
  typeof picture === 'object' ? [[name, picture] as const] : [],
);

describe('every picture of a study', () => {
  test('there are nine', () => expect(all.length).toBe(9));

  test.each(all)('%s is labelled for screen readers, and draws finite numbers', (_, picture) => {
    const figure = picture.figure(whole.protocols)!;
    expect(figure.title).toBe(picture.title);
    expect(figure.description).toContain(`${picture.title}: fixed`);
    expect(drawFigure(figure)).not.toMatch(/NaN|Infinity|undefined/);
  });

  test.each(all)('%s is left out where nothing was measured', (_, picture) => {
    expect(picture.figure(nothing.protocols)).toBe(null);
  });

  test.each(all)('%s takes its colours from its page, so that it suits a dark one', (_, picture) => {
    const svg = drawFigure(picture.figure(whole.protocols)!);
    expect(svg).toContain('var(--');
    expect(svg).not.toMatch(/(fill|stroke)="(#|rgb|black|white)/);
  });
});

describe('the picture of the potentials', () => {
  const ways = (study: typeof whole): number =>
    pictures.minimaPicture
      .figure(study.protocols)!
      .panels.flatMap(({ marks }) => marks)
      .flatMap((mark) => (mark.kind === 'line' ? mark.places : []))
      .filter((place) => place === null).length;

  test('marks the cells whose potential is smallest elsewhere, and leads there', () => {
    const odd = cells.map((cell) =>
      cell.protocol === 'fixedSphere' && cell.row === 0 && cell.column === 1
        ? { ...cell, entropy: cell.entropy + 1000 }
        : cell,
    );
    // The two other rates of that radius lead to it.
    expect(ways(studyOf(settings, studyProtocols, odd))).toBe(2);
    expect(ways(whole)).toBe(0);
  });
});

describe('withError', () => {
  test.each([
    [1.000087, 0.000029, '1.000087 ± 0.000029'],
    [0.0136123, 0.0011, '0.0136 ± 0.0011'],
    [1, 0, '1.0000 ± 0.0000'],
    [1.0008, null, '1.0008'],
  ])('%d and %d read %s', (value, error, text) => expect(pictures.withError(value, error)).toBe(text));
});

describe('the report of a study', () => {
  const report = (state: 'running' | 'finished' | 'interrupted', study = whole): Document =>
    parseHTML(renderStudyReport({ state, durationSeconds: 12.3, ...study })).document;

  test('has a table of results a protocol, with theory, tolerance, published value and verdict', () => {
    const tables = [...report('finished').querySelectorAll('table.results')];
    expect(tables.map((table) => table.querySelector('caption')!.textContent)).toEqual([
      'fixed effective rate',
      'fixed rate',
      'fixed sphere',
    ]);
    const row = [...tables[1]!.querySelectorAll('tr')].find((one) =>
      one.textContent!.startsWith('dS/dlog(eta) - '),
    )!;
    expect([...row.children].map((cell) => cell.textContent)).toEqual([
      'dS/dlog(eta) - dS/dlog(lambda)',
      '1.000000 ± 0.000000',
      '1',
      '± 0.005',
      '1.0008',
      'within',
    ]);
  });

  test('says of a study that was interrupted how far it came, and has no results of a part of a grid', () => {
    const part = studyOf(settings, studyProtocols, cells.slice(0, 12));
    const document = report('interrupted', part);
    expect(document.querySelector('.notice')!.textContent).toBe(
      'The study was interrupted; this is what it had measured with 12 of 27 cells, and results need a whole grid.',
    );
    expect(document.querySelectorAll('table.results').length).toBe(1);
  });

  test('needs nothing from anywhere else, and no script', () => {
    const html = renderStudyReport({ state: 'finished', durationSeconds: 1, ...whole });
    expect(html).not.toMatch(/<script|<link|<img|<iframe|src=|href="(?!data:)|url\(|@import/);
    expect(html.match(/<svg [^>]*role="img"/g)!.length).toBe(9);
    expect(html.match(/<a download=/g)!.length).toBe(9);
  });
});
