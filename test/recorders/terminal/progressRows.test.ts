import { describe, expect, test } from 'vitest';
import { ascii, glyphsOf } from '../../../src/recorders/terminal/glyphs.js';
import { progressRows } from '../../../src/recorders/terminal/progressRows.js';

const unicode = glyphsOf({ LANG: 'en_GB.UTF-8' });
const progress = {
  point: {
    step: 1200,
    phase: 'isotherm',
    temperature: 0.0021,
    temperatureError: 0.00003,
    volume: 0.48123,
    compressibility: 1.0432,
    loss: 0.23412,
    learningRate: 0.02,
  },
  total: 4000,
  temperatures: Array.from({ length: 40 }, (_, i) => 10 ** (-i / 20)),
  timeLeft: '3 min 20 s left',
};

describe('the rows of a run that goes on', () => {
  test('say how far it is, and the state of the gas with how T went', () => {
    expect(progressRows(progress, 80, unicode)).toEqual([
      '██████░░░░░░░░░░░░░░  1200/4000  isotherm  loss 0.234  3 min 20 s left',
      'T 2.100e-3 ± 3.0e-5 ███▇▇▇▆▆▆▅▅▅▄▄▄▃▃▃▂▂▂▁▁▁ log  V 0.481  Z 1.04  lr 0.0200',
    ]);
  });

  test('use letters alone where the terminal has no others', () => {
    const rows = progressRows(progress, 80, ascii);
    expect(rows).toEqual([
      '######..............  1200/4000  isotherm  loss 0.234  3 min 20 s left',
      'T 2.100e-3 +- 3.0e-5 ###***+++===~~~---...___ log  V 0.481  Z 1.04  lr 0.0200',
    ]);
  });

  test('leave out what matters least where they have no room, and are no wider than 80', () => {
    for (let columns = 20; columns <= 200; columns++) {
      for (const row of progressRows(progress, columns, unicode)) {
        expect(row.length).toBeLessThanOrEqual(Math.min(80, columns));
      }
    }
    expect(progressRows(progress, 40, unicode)).toEqual([
      '1200/4000  loss 0.234  3 min 20 s left',
      'T 2.100e-3 ± 3.0e-5  V 0.481  Z 1.04',
    ]);
    expect(progressRows(progress, 20, unicode)).toEqual(['███░░░░░░  1200/4000', 'T 2.100e-3 ± 3.0e-5']);
  });

  test('are one where nothing of the gas was measured', () => {
    const { point: _, ...rest } = progress;
    expect(progressRows({ ...rest, temperatures: [], point: { step: 4000 } }, 60, unicode)).toEqual([
      '████████████████████  4000/4000  3 min 20 s left',
    ]);
  });
});

describe('the characters of a terminal', () => {
  test.each([
    ['a UTF-8 locale', { LANG: 'en_GB.utf8' }, '█'],
    ['no locale at all', {}, '█'],
    ['the POSIX locale', { LANG: 'C' }, '#'],
    ['an older encoding', { LANG: 'de_DE.ISO-8859-1' }, '#'],
    ['LC_ALL, which stands above LANG', { LANG: 'en_GB.UTF-8', LC_ALL: 'POSIX' }, '#'],
    ['the console of the kernel', { LANG: 'en_GB.UTF-8', TERM: 'linux' }, '#'],
  ])('with %s', (_, environment, full) => {
    expect(glyphsOf(environment).full).toBe(full);
  });
});
