import { request, type IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { liveRecorder, liveServer, type LiveServer } from '../../src/recorders/live/index.js';
import { buildPage } from './browser.js';
import { gasPoint } from './gasPoint.js';
import { listenTo } from './readEvents.js';

const quiet = { say: () => {} };
const open: { close(): unknown }[] = [];
const kept = <Thing extends { close(): unknown }>(thing: Thing): Thing => {
  open.push(thing);
  return thing;
};
const steps = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i);

interface Answer {
  readonly status: number;
  readonly text: string;
  readonly headers: IncomingHttpHeaders;
}

function ask(
  address: string,
  path: string,
  options: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Answer> {
  const { port, hostname } = new URL(address);
  return new Promise((settle, fail) => {
    const sent = request(
      { port, hostname, path, method: options.method ?? 'GET', headers: options.headers ?? {}, agent: false },
      (response) => {
        let text = '';
        response.on('data', (chunk: Buffer) => (text += chunk.toString()));
        response.on('end', () => settle({ status: response.statusCode!, text, headers: response.headers }));
      },
    );
    sent.on('error', fail);
    sent.end(options.body);
  });
}

/** What a server answers to bytes that are no request. */
function sendRaw(address: string, bytes: string): Promise<string> {
  return new Promise((settle, fail) => {
    const socket = connect(Number(new URL(address).port), '127.0.0.1', () => socket.write(bytes));
    let text = '';
    socket.on('data', (chunk: Buffer) => (text += chunk.toString()));
    socket.on('close', () => settle(text));
    socket.on('error', fail);
  });
}

beforeAll(buildPage);
afterEach(async () => {
  for (const thing of open.splice(0).toReversed()) await thing.close();
});

describe('the server of the live page', () => {
  const started = async (): Promise<LiveServer> => kept(await liveServer({ port: 0, ...quiet }));

  test('serves the page with a policy that lets it load nothing from elsewhere', async () => {
    const { address } = await started();
    const { status, text, headers } = await ask(address, '/');
    expect(status).toBe(200);
    expect(text).toContain('<script type="module" src="/page.js">');
    expect(headers['content-security-policy']).toMatch(
      /^default-src 'none'; script-src 'self'; connect-src 'self'/,
    );
    expect((await ask(address, '/page.js')).headers['content-type']).toBe('text/javascript; charset=utf-8');
  });

  test('is bound to this machine alone', async () => {
    expect(new URL((await started()).address).hostname).toBe('127.0.0.1');
  });

  test('refuses other Hosts, other origins, other methods and bodies, each with its status', async () => {
    const { address } = await started();
    const { host } = new URL(address);
    const statusOf = async (options: Parameters<typeof ask>[2]): Promise<number> =>
      (await ask(address, '/', options)).status;
    expect(await statusOf({ headers: { host: 'attacker.example' } })).toBe(403);
    expect(await statusOf({ headers: { host: `127.0.0.1.attacker.example:80` } })).toBe(403);
    expect(await statusOf({ headers: { host, origin: 'https://attacker.example' } })).toBe(403);
    expect(await statusOf({ headers: { host, origin: 'null' } })).toBe(403);
    expect(
      await statusOf({ method: 'POST', headers: { origin: 'https://attacker.example' }, body: 'x=1' }),
    ).toBe(405);
    expect(await statusOf({ method: 'OPTIONS' })).toBe(405);
    expect(await statusOf({ headers: { 'content-length': '3' }, body: 'x=1' })).toBe(413);
    expect(await statusOf({ headers: { host: host.replace('127.0.0.1', 'localhost') } })).toBe(200);
    expect(await statusOf({ headers: { host, origin: `http://${host}` } })).toBe(200);
  });

  test.each([
    '/../../etc/passwd',
    '/..%2f..%2fpackage.json',
    '/page.js/../../package.json',
    '//etc/passwd',
    '/page',
  ])('has nothing at %s', async (path) => {
    expect((await ask((await started()).address, path)).status).toBe(404);
  });

  test('refuses an oversized head and what is no request', async () => {
    const { address } = await started();
    const { host } = new URL(address);
    const oversized = `GET / HTTP/1.1\r\nHost: ${host}\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`;
    expect(await sendRaw(address, oversized)).toMatch(/^HTTP\/1\.1 431/);
    expect(await sendRaw(address, 'no request\r\n\r\n')).toMatch(/^HTTP\/1\.1 400/);
    expect(
      await sendRaw(address, `GET http://x/ HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`),
    ).toMatch(/^HTTP\/1\.1 400/);
    expect((await ask(address, '/')).status).toBe(200);
  });

  test('beyond this machine serves nobody without the token', async () => {
    const { address } = kept(await liveServer({ port: 0, host: '0.0.0.0', ...quiet }));
    const url = new URL(address);
    const token = url.searchParams.get('token')!;
    expect(token).toMatch(/^[\w-]{24}$/);
    const here = `http://127.0.0.1:${url.port}/`;
    expect((await ask(here, '/')).status).toBe(401);
    expect((await ask(here, '/events')).status).toBe(401);
    expect((await ask(here, `/?token=${token.slice(1)}`)).status).toBe(401);
    const shown = await ask(here, `/?token=${token}`);
    expect(shown.status).toBe(200);
    const cookie = shown.headers['set-cookie']![0]!;
    expect(cookie).toMatch(/; HttpOnly; SameSite=Strict; Path=\/$/);
    expect((await ask(here, '/page.js', { headers: { cookie: cookie.split(';')[0]! } })).status).toBe(200);
    expect((await ask(here, `/?token=${token}`, { headers: { host: 'attacker.example' } })).status).toBe(403);
  });

  test('takes the next free port where the one asked for is in use, and says so', async () => {
    const first = await started();
    const port = Number(new URL(first.address).port);
    const lines: string[] = [];
    const second = kept(await liveServer({ port, say: (line) => lines.push(line) }));
    expect(Number(new URL(second.address).port)).toBeGreaterThan(port);
    expect(lines).toEqual([`port ${port} is in use`, `live page: ${second.address}`]);
  });

  test.each([[{ port: -1 }], [{ port: 70_000 }], [{ port: 1.5 }]])(
    'refuses %o in one line',
    async (options) => {
      await expect(liveServer(options)).rejects.toThrow(/^port is .*: pass a whole number from 0 to 65535$/);
    },
  );

  test('refuses an address that is not this machine’s in one line', async () => {
    await expect(liveServer({ port: 0, host: '203.0.113.1' })).rejects.toThrow(
      /^203\.0\.113\.1:0 cannot be listened on \(EADDRNOTAVAIL\): pass an address of this machine's, such as 127\.0\.0\.1$/,
    );
  });
});

describe('a viewer', () => {
  const recording = async (history = 0) =>
    kept(await liveRecorder({ port: 0, ...quiet, history: steps(1, history).map(gasPoint) }));

  test('that comes late is sent all that was recorded before', async () => {
    const live = await recording(300);
    void live.record(gasPoint(301));
    const viewer = kept(listenTo(live.address));
    await vi.waitFor(() => expect(viewer.steps()).toEqual(steps(1, 301)));
  });

  test('that comes again is sent what it missed, and nothing twice', async () => {
    const live = await recording(10);
    const first = kept(listenTo(live.address));
    await vi.waitFor(() => expect(first.steps()).toEqual(steps(1, 10)));
    first.close();
    for (const step of steps(11, 25)) void live.record(gasPoint(step));
    const second = kept(listenTo(live.address, first.events.at(-1)!.id));
    await vi.waitFor(() => expect(second.steps()).toEqual(steps(11, 25)));
  });

  test('that comes to a server started anew is sent everything, as a new generation', async () => {
    const before = await recording(10);
    const first = kept(listenTo(before.address));
    await vi.waitFor(() => expect(first.steps()).toHaveLength(10));
    const anew = await recording(12);
    const second = kept(listenTo(anew.address, first.events.at(-1)!.id));
    await vi.waitFor(() => expect(second.steps()).toEqual(steps(1, 12)));
  });

  test('is sent numbers exactly as they were recorded', async () => {
    const live = await recording();
    void live.record({ step: 7, temperature: 1 / 3, loss: Infinity, phase: '<b>hot</b>' });
    const viewer = kept(listenTo(live.address));
    await vi.waitFor(() => expect(viewer.steps()).toEqual([7]));
    const { data } = viewer.events.find(({ event }) => event === 'points')!;
    expect(JSON.stringify(data)).toContain('<b>hot</b>');
    const numbers = new Map((data as { numbers: [string, string][] }).numbers);
    expect(Buffer.from(numbers.get('temperature')!, 'base64').readDoubleLE()).toBe(1 / 3);
    expect(Buffer.from(numbers.get('loss')!, 'base64').readDoubleLE()).toBe(Infinity);
  });

  test('that takes nothing costs the recorder no time and little memory, and others are served', async () => {
    const live = await recording(20_000);
    const stuck = kept(listenTo(live.address));
    await vi.waitFor(() => expect(stuck.events.length).toBeGreaterThan(0));
    stuck.pause();
    const before = process.memoryUsage().rss;
    const start = performance.now();
    for (const step of steps(20_001, 60_000)) void live.record(gasPoint(step));
    // 40,000 points; 0.1 ms each is a hundredth of the quickest training step.
    expect(performance.now() - start).toBeLessThan(4000);
    const other = kept(listenTo(live.address));
    await vi.waitFor(() => expect(other.steps()).toHaveLength(60_000), { timeout: 20_000 });
    // What is held is 60,000 points of 24 doubles, 12 MB; as much again and the listeners' own copies are allowed.
    expect(process.memoryUsage().rss - before).toBeLessThan(300e6);
  });

  test('is told of alerts and of the end before the page closes', async () => {
    const told: string[] = [];
    const live = kept(await liveRecorder({ port: 0, ...quiet, onAlert: ({ rule }) => told.push(rule) }));
    const viewer = kept(listenTo(live.address));
    await vi.waitFor(() => expect(viewer.events).toHaveLength(1));
    void live.record({ ...gasPoint(1), loss: NaN });
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
