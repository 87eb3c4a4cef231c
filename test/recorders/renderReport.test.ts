import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { renderReport, type ReportContent } from '../../src/recorders/node.js';
import { syntheticRun } from './syntheticRun.js';

const content: ReportContent = {
  name: 'train',
  state: 'finished',
  reason: null,
  facts: { testAccuracy: 0.98123, durationSeconds: 213.4, backend: 'tensorflow' },
  settings: { batchSize: 128, data: '<b>&"digits"', nested: { rate: 0.1 } },
  points: syntheticRun(),
  notes: [],
};
const rowsOf = (html: string): string[] =>
  [...parseHTML(html).document.querySelectorAll('tr')].map((row) =>
    [...row.children].map((cell) => cell.textContent).join(': '),
  );
const headings = (html: string): string[] =>
  [...parseHTML(html).document.querySelectorAll('h2')].map((heading) => heading.textContent!);

describe('renderReport', () => {
  test('shows results and settings in words', () => {
    expect(rowsOf(renderReport(content))).toEqual([
      'test accuracy: 98.12 %',
      'duration: 3 min 33 s',
      'backend: tensorflow',
      'batch size: 128',
      'data: <b>&"digits"',
      'nested: {"rate":0.1}',
    ]);
  });

  test('shows its pictures as inline svg', () => {
    const html = renderReport(content);
    expect(headings(html).length).toBe(12);
    // Learning rate, weight decay and noise have no points here.
    expect(parseHTML(html).document.querySelectorAll('figure > svg[role=img] > title').length).toBe(9);
  });

  test('has the numbers of each picture and all points behind links that need nothing else', () => {
    const links = [...parseHTML(renderReport(content)).document.querySelectorAll('a[download]')];
    const contents = links.map((link) =>
      decodeURIComponent(link.getAttribute('href')!.split(',').slice(1).join(',')),
    );
    expect(links.map((link) => link.getAttribute('download')).slice(0, 3)).toEqual([
      'train-points.csv',
      'temperature.csv',
      'volume.csv',
    ]);
    const [header, ...rows] = contents[0]!.trim().split('\r\n');
    expect(rows.length).toBe(content.points.length);
    const volumes = rows.map((row) => row.split(',')[header!.split(',').indexOf('volume')]);
    expect(volumes.filter((volume) => volume !== '').map(Number)).toEqual(
      content.points.flatMap(({ volume }) => (typeof volume === 'number' ? [volume] : [])),
    );
    for (const link of links) expect(link.getAttribute('href')).toMatch(/^data:text\/csv;charset=utf-8,/);
  });

  test('of a run too long for a link holds every n-th point, the last among them, and says so', () => {
    const points = Array.from({ length: 60_000 }, (_, step) => ({
      step,
      volume: 1 + step / 7,
      note: '#&"é',
    }));
    const html = renderReport({ ...content, points });
    expect(html).toMatch(/One in \d+ of 60,000 points \(CSV\)<\/a> All of them are in points\.csv/);
    const link = parseHTML(html).document.querySelector('a[download]')!.getAttribute('href')!;
    expect(link.length).toBeLessThan(2_000_000);
    const rows = decodeURIComponent(link.slice(link.indexOf(',') + 1))
      .trim()
      .split('\r\n');
    expect(rows.at(-1)).toBe(`59999,${1 + 59_999 / 7},"#&""é"`);
  });

  test('needs nothing from anywhere else, and no script', () => {
    expect(renderReport(content)).not.toMatch(
      /<script|<link|<img|<iframe|src=|href="(?!data:)|url\(|@import/,
    );
  });

  test('is light on paper, without its links', () => {
    expect(renderReport(content)).toMatch(/@media print \{[^]*a\[download\] \{ display: none; \}/);
  });

  test('leaves out the pictures that the run has no points for, each with a sentence', () => {
    const html = renderReport({
      ...content,
      points: [
        { step: 1, volume: 1 },
        { step: 2, volume: 2 },
      ],
    });
    const { document } = parseHTML(html);
    expect(document.querySelectorAll('svg[role=img]').length).toBe(1);
    expect([...document.querySelectorAll('.absent')].map((sentence) => sentence.textContent)[0]).toBe(
      'Left out: the run recorded no temperature, totalTemperature that could be drawn.',
    );
  });

  test.each([
    ['finished', null, 'The run is finished, at step 2000.'],
    ['running', null, 'The run is still going on; this is what it had recorded by step 2000.'],
    [
      'interrupted',
      'stopped by a signal',
      'The run was interrupted at step 2000 (stopped by a signal); this is what it had recorded by then.',
    ],
    [
      'failed',
      'loss is NaN',
      'The run failed at step 2000 (loss is NaN); this is what it had recorded by then.',
    ],
  ] as const)('says of a run that is %s how far it came', (state, reason, sentence) => {
    const { document } = parseHTML(renderReport({ ...content, state, reason, notes: ['A note.'] }));
    expect([...document.querySelectorAll('.notice p')].map((line) => line.textContent)).toEqual([
      sentence,
      'A note.',
    ]);
  });

  test('renders a run that has recorded nothing yet', () => {
    const { document } = parseHTML(
      renderReport({ ...content, state: 'running', points: [], facts: {}, settings: {} }),
    );
    expect(document.querySelectorAll('svg').length).toBe(0);
    expect(document.querySelector('.notice')!.textContent).toBe(
      'The run is still going on; this is what it had recorded by step 0.',
    );
  });
});
