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
    expect(headings(html)).toEqual([
      'Temperature',
      'Volume',
      'Gas law',
      'Compressibility',
      'Loss',
      'Accuracy',
      'Pressure',
    ]);
    expect(parseHTML(html).document.querySelectorAll('figure > svg[role=img][aria-label]').length).toBe(7);
  });

  test('needs nothing from anywhere else, and no script', () => {
    expect(renderReport(content)).not.toMatch(/<script|<link|<img|<iframe|src=|href=|url\(|@import/);
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
    expect(document.querySelectorAll('svg').length).toBe(1);
    expect([...document.querySelectorAll('.absent')].map((sentence) => sentence.textContent)[0]).toBe(
      'Left out: the run recorded no totalTemperature, temperature that could be drawn.',
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
