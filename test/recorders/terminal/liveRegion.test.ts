import { describe, expect, test } from 'vitest';
import { openLiveBlock } from '../../../src/recorders/terminal/liveRegion.js';
import { outputStream } from './outputStream.js';
import { screenOf } from './screen.js';

const terminal = (columns = 40, rows = 24) => {
  const output = outputStream({ isTTY: true, columns, rows });
  return { ...output, screen: () => screenOf(output.text(), columns, rows) };
};
/** Two rows that count up. */
const counter = () => {
  let count = 0;
  return {
    content: {
      rows: () => [`count ${count}`, '='.repeat(count)],
      lastLine: () => `counted to ${count}`,
    },
    next: () => (count += 1),
  };
};

describe('a live block', () => {
  test('is drawn in place, and leaves one line when it is closed', () => {
    const { stream, screen } = terminal();
    const { content, next } = counter();
    const block = openLiveBlock(stream, content);
    for (let i = 0; i < 3; i++) {
      next();
      block.refresh();
    }
    expect(screen()).toEqual(['count 3', '===', '']);
    block.close();
    block.close();
    expect(screen()).toEqual(['counted to 3', '']);
  });

  test('stays below what others write, each of their lines whole', () => {
    const { stream, screen } = terminal();
    const { content, next } = counter();
    const block = openLiveBlock(stream, content);
    const lines = Array.from({ length: 60 }, (_, i) => `line ${i} of the user's own`);
    for (const line of lines) {
      stream.write(`${line}\n`);
      next();
      block.refresh();
    }
    expect(screen()).toEqual([...lines, 'count 60', '='.repeat(40), '']);
    block.close();
    expect(screen()).toEqual([...lines, 'counted to 60', '']);
  });

  test('keeps a line that is written in pieces together, and others go on with it after the end', () => {
    const { stream, screen } = terminal();
    const { content } = counter();
    const block = openLiveBlock(stream, content);
    stream.write('one, ');
    stream.write('two, ');
    block.refresh();
    expect(screen()).toEqual(['one, two,', 'count 0', '', '']);
    stream.write('three\nand ');
    block.close();
    stream.write('more\n');
    expect(screen()).toEqual(['one, two, three', 'counted to 0', 'and more', '']);
  });

  test('lets a line that is longer than the terminal wrap, and a spinner turn', () => {
    const { stream, screen } = terminal(10);
    const block = openLiveBlock(stream, { rows: () => ['a row that is too long'], lastLine: () => null });
    stream.write('0123456789abcdef');
    stream.write('ghij\n');
    for (const share of ['\r10 %', '\r20 %', '\r30 %']) stream.write(share);
    expect(screen()).toEqual(['0123456789', 'abcdefghij', '30 %', 'a row thag', '']);
    stream.write('\n');
    block.close();
    expect(screen()).toEqual(['0123456789', 'abcdefghij', '30 %', '']);
  });

  test('takes bytes in any encoding, a character that is cut in two included, and calls back', async () => {
    const { stream, screen } = terminal();
    const block = openLiveBlock(stream, { rows: () => ['row'], lastLine: () => null });
    const bytes = new TextEncoder().encode('T ± 1\n');
    stream.write(bytes.subarray(0, 3));
    stream.write(bytes.subarray(3));
    stream.write('aGV4Cg==', 'base64');
    await new Promise<void>((done) => void stream.write('told\n', () => done()));
    expect(screen()).toEqual(['T ± 1', 'hex', 'told', 'row', '']);
    expect(() => stream.write(7 as unknown as string)).toThrow(/chunk/);
    block.close();
  });

  test('several stand below each other', () => {
    const { stream, screen } = terminal();
    const content = (name: string) => ({
      rows: () => [`${name} goes on`],
      lastLine: () => `${name} is over`,
    });
    const first = openLiveBlock(stream, content('first'));
    const second = openLiveBlock(stream, content('second'));
    stream.write('said\n');
    expect(screen()).toEqual(['said', 'first goes on', 'second goes on', '']);
    first.close();
    expect(screen()).toEqual(['said', 'first is over', 'second goes on', '']);
    second.close();
    expect(screen()).toEqual(['said', 'first is over', 'second is over', '']);
  });

  test('gives the stream and the process back as they were', () => {
    const { stream } = terminal();
    const { write } = stream;
    const events = ['exit', 'uncaughtExceptionMonitor', 'SIGCONT', 'SIGINT'];
    const counts = () => events.map((event) => process.listenerCount(event));
    const before = counts();
    const block = openLiveBlock(stream, counter().content);
    expect(stream.write).not.toBe(write);
    expect(process.listenerCount('SIGINT')).toBe(before[3]);
    block.close();
    expect(stream.write).toBe(write);
    expect(stream.listenerCount('resize')).toBe(0);
    expect(counts()).toEqual(before);
  });

  test('leaves alone a write that another has put over it', () => {
    const { stream, screen } = terminal();
    const block = openLiveBlock(stream, { rows: () => ['row'], lastLine: () => null });
    const { write } = stream;
    const theirs = ((text: string) => write.call(stream, `> ${text}`)) as typeof stream.write;
    stream.write = theirs;
    stream.write('before\n');
    block.close();
    expect(stream.write).toBe(theirs);
    stream.write('after\n');
    expect(screen()).toEqual(['> before', '> after', '']);
  });

  test('is drawn for the width that the terminal has now, and never erases what it did not draw', () => {
    const { stream, text } = terminal(40);
    const block = openLiveBlock(stream, { rows: (columns) => ['x'.repeat(columns)], lastLine: () => null });
    const resize = (columns: number): string => {
      const before = text().length;
      Object.assign(stream, { columns });
      stream.emit('resize');
      return text().slice(before);
    };
    expect(screenOf(resize(60), 60)).toEqual(['x'.repeat(60), '']);
    // A terminal that is made smaller may have wrapped the row: it stays, and the next is drawn below.
    expect(screenOf(`said\n${resize(20)}`, 20)).toEqual(['said', 'x'.repeat(20), '']);
    block.close();
  });

  test('leaves out rows that a low terminal has no room for', () => {
    const { stream, screen } = terminal(40, 3);
    const block = openLiveBlock(stream, {
      rows: () => ['one', 'two', 'three', 'four'],
      lastLine: () => 'over',
    });
    stream.write('said\n');
    block.refresh();
    expect(screen()).toEqual(['said', 'one', 'two', '']);
    block.close();
    expect(screen()).toEqual(['said', 'over', '']);
  });
});
