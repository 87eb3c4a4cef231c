import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exampleServer, type ExampleServer } from './exampleServer.js';

let server: ExampleServer;
beforeAll(async () => {
  server = await exampleServer();
});
afterAll(() => server.close());

/** The status for a path that is sent as it stands, and the answer's headers. */
const answer = (path: string, options: { readonly method?: string; readonly host?: string } = {}) =>
  new Promise<{ status: number; headers: Record<string, unknown> }>((settle, fail) => {
    const { hostname, port, host } = new URL(server.address);
    request(
      { hostname, port, path, method: options.method ?? 'GET', headers: { host: options.host ?? host } },
      (response) => {
        response.resume();
        settle({ status: response.statusCode!, headers: response.headers });
      },
    )
      .on('error', fail)
      .end();
  });

test('the example’s server listens on this machine alone and leads from its address to the page', async () => {
  expect(new URL(server.address).hostname).toBe('127.0.0.1');
  const { status, headers } = await answer('/?steps=60');
  expect([status, headers['location']]).toEqual([302, '/examples/browser/?steps=60']);
  const page = await answer('/examples/browser/');
  expect([page.status, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
});

test.each([
  '/package.json',
  '/examples/browser/../../package.json',
  '/examples/browser/..%2f..%2fpackage.json',
  '/examples/browser/%2e%2e/%2e%2e/package.json',
  '/examples/browser//etc/hosts',
  '/examples/browser/serve.mjs',
  '/constructor/index.html',
  '/tfjs/',
])('gives nothing that is not meant to be served: %s', async (path) => {
  expect((await answer(path)).status).toBe(404);
});

test('refuses other methods and other hosts’ names', async () => {
  expect((await answer('/', { method: 'POST' })).status).toBe(405);
  expect((await answer('/', { host: 'attacker.example' })).status).toBe(403);
});
