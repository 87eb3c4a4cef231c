import { Writable } from 'node:stream';
import { describe, expect, test, vi } from 'vitest';
import { terminalRecorder } from '../../src/recorders/node.js';

function outputStream(terminal: { isTTY?: boolean; columns?: number } = {}) {
  let text = '';
  const stream = new Writable({
    write: (chunk: Buffer, _, done) => {
      text += chunk.toString();
      done();
    },
  });
  return { stream: Object.assign(stream, terminal) as unknown as NodeJS.WriteStream, text: () => text };
}

const measured = {
  temperature: 0.0021,
  volume: 0.48123,
  compressibility: 1.0432,
  loss: 0.23412,
  phase: 'isotherm',
};
const escapeCode = String.fromCodePoint(0x1b);

describe('terminalRecorder where there is no terminal', () => {
  test('writes plain lines: the first point, at most one in five seconds, and the last point', () => {
    vi.useFakeTimers();
    const { stream, text } = outputStream();
    const recorder = terminalRecorder({ total: 1000, stream });
    for (let step = 0; step <= 120; step += 10) {
      recorder.record({ step, ...measured });
      vi.advanceTimersByTime(1000);
    }
    recorder.close();
    vi.useRealTimers();
    expect(text()).toBe(
      [
        'step 0/1000  isotherm  T 2.10e-3  V 0.481  Z 1.04  loss 0.234  time left unknown',
        'step 50/1000  isotherm  T 2.10e-3  V 0.481  Z 1.04  loss 0.234  1 min 35 s left',
        'step 100/1000  isotherm  T 2.10e-3  V 0.481  Z 1.04  loss 0.234  1 min 30 s left',
        'step 120/1000  isotherm  T 2.10e-3  V 0.481  Z 1.04  loss 0.234  1 min 28 s left',
        '',
      ].join('\n'),
    );
    expect(text()).not.toContain(escapeCode);
  });

  test('shows T_tot and Z_tot where the noise was not estimated, and a dash for what is not known', () => {
    const { stream, text } = outputStream();
    const recorder = terminalRecorder({ total: 10, stream });
    recorder.record({
      step: 1,
      temperature: null,
      totalTemperature: 3,
      compressibility: null,
      totalCompressibility: 1.5,
    });
    recorder.close();
    expect(text()).toBe('step 1/10  T_tot 3.00  V -  Z_tot 1.50  loss -  time left unknown\n');
  });

  test('a point that leaves a value out, as one of a test set does, leaves it as it was shown', () => {
    const { stream, text } = outputStream();
    const recorder = terminalRecorder({ total: 10, stream });
    recorder.record({ step: 1, ...measured });
    recorder.record({ step: 1, testAccuracy: 0.9 });
    recorder.close();
    expect(text().split('\n')[1]).toBe(
      'step 1/10  isotherm  T 2.10e-3  V 0.481  Z 1.04  loss 0.234  time left unknown',
    );
  });

  test('counts the time left of a resumed run from where it resumed', () => {
    vi.useFakeTimers();
    const { stream, text } = outputStream();
    const recorder = terminalRecorder({ total: 10_000, stream });
    recorder.record({ step: 9000 });
    vi.advanceTimersByTime(10_000);
    recorder.record({ step: 9500 });
    recorder.close();
    vi.useRealTimers();
    expect(text()).toMatch(/step 9500\/10000 .* {2}10 s left\n$/);
  });

  test('refuses a total that is no count', () => {
    expect(() => terminalRecorder({ total: 0 })).toThrow('total is 0: pass a whole number of at least 1');
  });
});

describe('terminalRecorder on a terminal', () => {
  test('draws a bar in place and ends its line when it is closed', () => {
    const { stream, text } = outputStream({ isTTY: true, columns: 120 });
    const recorder = terminalRecorder({ total: 40, stream });
    recorder.record({ step: 10, ...measured });
    recorder.record({ step: 20, ...measured, loss: 0.125 });
    recorder.close();
    expect(text()).toContain(escapeCode);
    expect(text()).toContain(
      '███░░░░░░░░░ 10/40  isotherm  T 2.10e-3  V 0.481  Z 1.04  loss 0.234  time left unknown',
    );
    expect(text()).toContain(
      '██████░░░░░░ 20/40  isotherm  T 2.10e-3  V 0.481  Z 1.04  loss 0.125  0 s left',
    );
    expect(text().endsWith('\n')).toBe(true);
  });

  test('leaves Ctrl-C to the caller', () => {
    const before = process.listenerCount('SIGINT');
    const recorder = terminalRecorder({ total: 4, stream: outputStream({ isTTY: true }).stream });
    recorder.record({ step: 1 });
    expect(process.listenerCount('SIGINT')).toBe(before);
    recorder.close();
  });

  test('can be closed before its first point', () => {
    const { stream, text } = outputStream({ isTTY: true });
    terminalRecorder({ total: 4, stream }).close();
    expect(text()).toBe('');
  });
});
