import type { Worker } from 'node:worker_threads';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { LiveRecorder as Recording } from '../../src/recorders/live/index.js';
import { buildPage } from './browser.js';
import { LiveRecorder } from './builtRecorders.js';
import { closedAfterwards } from './closedAfterwards.js';
import { gasPoint } from './gasPoint.js';
import { listenTo, type Listener } from './readEvents.js';

const quiet = { say: () => {} };
const kept = closedAfterwards();
const steps = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i);

beforeAll(buildPage);
afterEach(() => {
  vi.restoreAllMocks();
});

describe('a live recorder', () => {
  const warnings = (): string[] => {
    const lines: string[] = [];
    vi.spyOn(console, 'warn').mockImplementation((line: string) => void lines.push(line));
    return lines;
  };

  test('says where its page is, once it is there', async () => {
    const lines: string[] = [];
    const live = kept(new LiveRecorder({ port: 0, say: (line) => lines.push(line) }));
    expect(lines).toEqual([]);
    const address = await live.address;
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    expect(lines).toEqual([`live page: ${address}`]);
    expect((await fetch(address)).status).toBe(200);
  });

  test('refuses what is no port in one line, at once', () => {
    expect(() => new LiveRecorder({ port: 70_000 })).toThrow(
      /^port is 70000: pass a whole number from 0 to 65535$/,
    );
    expect(() => new LiveRecorder({ nam: 'x' } as never)).toThrow(/nam.*name/);
  });

  test('of a page that cannot be served refuses its address, without a warning to who asks', async () => {
    const lines = warnings();
    const live = kept(new LiveRecorder({ port: 0, host: '203.0.113.1', ...quiet }));
    await expect(live.address).rejects.toThrow(/^203\.0\.113\.1:0 cannot be listened on/);
    live.record(gasPoint(1));
    await live.close();
    expect(lines).toEqual([]);
  });

  test('of a page that cannot be served warns who does not ask, once, and takes points all the same', async () => {
    const lines = warnings();
    const live = kept(new LiveRecorder({ port: 0, host: '203.0.113.1', ...quiet }));
    await vi.waitFor(() => expect(lines).toHaveLength(1), { timeout: 10_000 });
    expect(lines[0]).toMatch(/^the live page failed to start: 203\.0\.113\.1:0 cannot be listened on/);
    for (const step of steps(1, 20_000)) live.record(gasPoint(step));
    await live.close();
    expect(lines).toHaveLength(1);
  });

  test('whose thread dies warns once; points are taken all the same, and it closes', async () => {
    const lines = warnings();
    const threads: Worker[] = [];
    const note = (thread: Worker): void => void threads.push(thread);
    process.on('worker', note);
    const live = kept(new LiveRecorder({ port: 0, ...quiet }));
    await live.address;
    process.off('worker', note);
    live.record(gasPoint(1));
    await threads[0]!.terminate();
    for (const step of steps(2, 20_000)) live.record(gasPoint(step));
    await live.close();
    expect(lines).toEqual([
      'the live page failed in the middle of the run: its thread ended; all else goes on, and further failures of it are not told',
    ]);
  });

  test('leaves points out on the page, and says so once, where they come faster than its thread takes them', async () => {
    const lines = warnings();
    const live = kept(new LiveRecorder({ port: 0, ...quiet }));
    for (const step of steps(1, 30_000)) live.record({ step });
    expect(lines).toEqual([expect.stringMatching(/^the live page failed to keep up: points come faster/)]);
    const viewer = kept(listenTo(await live.address));
    await vi.waitFor(() => expect(viewer.steps().length).toBeGreaterThanOrEqual(10_000), { timeout: 10_000 });
    live.record({ step: 30_001 });
    await vi.waitFor(() => expect(viewer.steps().at(-1)).toBe(30_001));
  });
});

describe('a viewer', () => {
  const recording = (history = 0): Recording =>
    kept(new LiveRecorder({ port: 0, ...quiet, history: steps(1, history).map(gasPoint) }));
  const viewing = async (live: Recording, from?: string): Promise<Listener> =>
    kept(listenTo(await live.address, from));

  test('that comes late is sent all that was recorded before', async () => {
    const live = recording(300);
    live.record(gasPoint(301));
    const viewer = await viewing(live);
    await vi.waitFor(() => expect(viewer.steps()).toEqual(steps(1, 301)));
  });

  test('that comes again is sent what it missed, and nothing twice', async () => {
    const live = recording(10);
    const first = await viewing(live);
    await vi.waitFor(() => expect(first.steps()).toEqual(steps(1, 10)));
    first.close();
    for (const step of steps(11, 25)) live.record(gasPoint(step));
    const second = await viewing(live, first.events.at(-1)!.id);
    await vi.waitFor(() => expect(second.steps()).toEqual(steps(11, 25)));
  });

  test('that comes to a server started anew is sent everything, as a new generation', async () => {
    const before = recording(10);
    const first = await viewing(before);
    await vi.waitFor(() => expect(first.steps()).toHaveLength(10));
    const anew = recording(12);
    const second = await viewing(anew, first.events.at(-1)!.id);
    await vi.waitFor(() => expect(second.steps()).toEqual(steps(1, 12)));
  });

  test('is sent numbers exactly as they were recorded', async () => {
    const live = recording();
    live.record({ step: 7, temperature: 1 / 3, loss: Infinity, phase: '<b>hot</b>' });
    const viewer = await viewing(live);
    await vi.waitFor(() => expect(viewer.steps()).toEqual([7]));
    const { data } = viewer.events.find(({ event }) => event === 'points')!;
    expect(JSON.stringify(data)).toContain('<b>hot</b>');
    const numbers = new Map((data as { numbers: [string, string][] }).numbers);
    expect(Buffer.from(numbers.get('temperature')!, 'base64').readDoubleLE()).toBe(1 / 3);
    expect(Buffer.from(numbers.get('loss')!, 'base64').readDoubleLE()).toBe(Infinity);
  });

  test('is told of alerts and of the end before the page closes', async () => {
    const told: string[] = [];
    const live = kept(new LiveRecorder({ port: 0, ...quiet, onAlert: ({ rule }) => told.push(rule) }));
    const viewer = await viewing(live);
    await vi.waitFor(() => expect(viewer.events).toHaveLength(1));
    live.record({ ...gasPoint(1), loss: NaN });
    await live.close('failed', 'it broke');
    expect(told).toEqual(['nonFinite']);
    await vi.waitFor(() => {
      const description = (viewer.events.findLast(({ event }) => event === 'runs')!.data as object[])[0];
      expect(description).toMatchObject({
        name: 'training',
        state: 'failed',
        reason: 'it broke',
        alerts: [{ rule: 'nonFinite', step: 1 }],
      });
    });
    expect(viewer.steps()).toEqual([1]);
  });
});
