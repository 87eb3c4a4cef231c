import { request, type IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { beforeAll, describe, expect, test } from 'vitest';
import { liveServer, type LiveServer } from '../../src/recorders/live/index.js';
import { buildPage } from './browser.js';
import { closedAfterwards } from './closedAfterwards.js';

const quiet = { say: () => {} };
const kept = closedAfterwards();

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
