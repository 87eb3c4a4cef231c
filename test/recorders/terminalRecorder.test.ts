import { describe, expect, test, vi } from 'vitest';
import { terminalRecorder } from '../../src/recorders/node.js';
import { outputStream } from './terminal/outputStream.js';
import { screenOf } from './terminal/screen.js';

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

  test('shows T_tot and Z_tot where the noise was not estimated, and leaves out what is not known', () => {
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
    expect(text()).toBe('step 1/10  T_tot 3.00  Z_tot 1.50  time left unknown\n');
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
    expect(text()).toMatch(/step 9500\/10000 {2}10 s left\n$/);
  });

  test('refuses a total that is no count, and no options at all', () => {
    expect(() => terminalRecorder(undefined as never)).toThrow(
      'terminalRecorder is given nothing in place of its options: pass an object with total, stream',
    );
    expect(() => terminalRecorder({ total: 0 })).toThrow('total is 0: pass a whole number of at least 1');
  });
});

describe('terminalRecorder on a terminal', () => {
  test('draws in place, and leaves the last state as a line when it is closed', () => {
    const { stream, text } = outputStream({ isTTY: true, columns: 120 });
    vi.useFakeTimers();
    const recorder = terminalRecorder({ total: 40, stream });
    recorder.record({ step: 10, ...measured });
    vi.advanceTimersByTime(1000);
    recorder.record({ step: 20, ...measured, temperature: 0.004, learningRate: 0.05 });
    stream.write("the user's own line\n");
    expect(screenOf(text(), 120)).toEqual([
      "the user's own line",
      '██████████░░░░░░░░░░  20/40  isotherm  loss 0.234  2 s left',
      'T 4.00e-3 ▁█  V 0.481  Z 1.04  lr 0.0500',
      '',
    ]);
    recorder.record({ step: 21, loss: 0.125 });
    recorder.close();
    vi.useRealTimers();
    expect(screenOf(text(), 120)).toEqual([
      "the user's own line",
      'step 21/40  isotherm  T 4.00e-3  V 0.481  Z 1.04  loss 0.125  lr 0.0500',
      '',
    ]);
  });

  test('begins the sparkline anew when the noise is estimated for the first time, so that T and T_tot are not mixed', () => {
    const { stream, text } = outputStream({ isTTY: true, columns: 80 });
    vi.useFakeTimers();
    const recorder = terminalRecorder({ total: 40, stream });
    for (let step = 1; step <= 5; step++) {
      vi.advanceTimersByTime(1000);
      recorder.record({ step, totalTemperature: 10 + step, ...(step > 2 && { temperature: step }) });
    }
    expect(screenOf(text(), 80)[1]).toBe('T 5.00 ▁▅█');
    recorder.close();
    vi.useRealTimers();
  });

  test('draws at most ten times a second', () => {
    const { stream, text } = outputStream({ isTTY: true, columns: 80 });
    vi.useFakeTimers();
    const recorder = terminalRecorder({ total: 1000, stream });
    for (let step = 1; step <= 1000; step++) {
      recorder.record({ step, ...measured });
      vi.advanceTimersByTime(1);
    }
    recorder.close();
    vi.useRealTimers();
    expect(text().match(/\/1000 {2}isotherm {2}loss/g)!.length).toBeLessThanOrEqual(11);
    expect(screenOf(text(), 80)).toEqual([expect.stringContaining('step 1000/1000'), '']);
  });

  test('is plain lines on a terminal that can only print', () => {
    vi.stubEnv('TERM', 'dumb');
    const { stream, text } = outputStream({ isTTY: true, columns: 80 });
    const recorder = terminalRecorder({ total: 4, stream });
    recorder.record({ step: 4, loss: 1 });
    recorder.close();
    vi.unstubAllEnvs();
    expect(text()).toBe('step 4/4  loss 1.00  time left unknown\n');
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
