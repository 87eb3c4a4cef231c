import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundle } from '../../src/browser/bundle.mjs';
import type * as Thermo from '../../src/browser/index.js';
import { ensemble, type Conditions } from '../../src/simulator/index.js';
import { browserPath, startBrowser, watchedPage, type Watched } from '../live/browser.js';

// Without a browser a user's run skips this suite, by name; in CI it is installed and its absence is a failure.
const suite = browserPath === undefined && !process.env['CI'] ? describe.skip : describe;
const tfjs = readFileSync(
  resolve(import.meta.dirname, '../../node_modules/@tensorflow/tfjs/dist/tf.es2017.min.js'),
);

const conditions: Conditions = {
  control: {
    protocol: 'fixedEffectiveLearningRate',
    effectiveLearningRate: 0.01,
    weightDecay: 0.02,
    momentum: 0.5,
  },
  deviation: 1,
  strength: 1,
};

suite('the browser module in a real browser', () => {
  let browser: Browser;
  const servers: Server[] = [];
  const open: Watched[] = [];

  /** Serves files at an origin of its own. */
  async function served(
    files: Readonly<Record<string, string | Uint8Array>>,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<string> {
    const server = createServer((request, response) => {
      const body = files[request.url!];
      const type = request.url!.endsWith('.js') ? 'text/javascript' : 'text/html';
      response.writeHead(body === undefined ? 404 : 200, { 'Content-Type': type, ...headers }).end(body);
    });
    servers.push(server);
    await new Promise<void>((settle) => void server.listen(0, '127.0.0.1', settle));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  /** An empty page of an origin, under a policy if one is given. */
  async function pageAt(policy: string | null, files: Readonly<Record<string, string | Uint8Array>> = {}) {
    const headers = policy === null ? {} : { 'Content-Security-Policy': policy };
    const origin = await served({ '/': '<!doctype html><title>a page</title>', ...files }, headers);
    const watched = await watchedPage(browser);
    open.push(watched);
    await watched.page.goto(`${origin}/`);
    return { ...watched, origin };
  }

  beforeAll(async () => {
    browser = await startBrowser();
    module = (await bundle()).module;
  });
  afterAll(async () => {
    await browser?.close();
    for (const server of servers) server.close();
  });

  let module: Uint8Array;

  test('without TensorFlow.js in the page says so in one line that names the remedy', async () => {
    const { page, origin } = await pageAt(null, { '/tfjs-thermo.js': module });
    const message = await page.evaluate(
      (address) => import(address).then(String, (error: unknown) => String(error)),
      `${origin}/tfjs-thermo.js`,
    );
    expect(message).toMatch(
      /^ThermoError: tfjs-thermo finds no TensorFlow\.js in this page: put <script src="[^"]+"><\/script> before its own script, or .*$/,
    );
  });

  /** What an ensemble shows in the page, on two workers that the module starts from itself. */
  async function simulatedIn({ page }: Watched, address: string) {
    await page.addScriptTag({ url: `${new URL(page.url()).origin}/tf.js` });
    return page.evaluate(
      async ([address, conditions]) => {
        const { ensemble, webWorkers } = (await import(address)) as typeof Thermo;
        const pool = webWorkers({ workers: 2 });
        const gas = await ensemble({ dimension: 20, chains: 1001, pool });
        const observation = await gas.run(Array.from({ length: 250 }, () => conditions));
        const weights = [...(await gas.weights())];
        const { name } = gas.engine;
        await gas.dispose();
        await pool.dispose();
        return { observation, weights, engine: name };
      },
      [address, conditions] as const,
    );
  }

  /** The same in Node, in this thread. */
  async function simulatedHere() {
    const gas = await ensemble({ dimension: 20, chains: 1001 });
    const observation = await gas.run(Array.from({ length: 250 }, () => conditions));
    return { observation, weights: [...(await gas.weights())], engine: gas.engine.name };
  }

  test('of the page’s own origin simulates in workers under a strict policy as in Node, bit for bit', async () => {
    const watched = await pageAt("default-src 'self'; script-src 'self' 'wasm-unsafe-eval'", {
      '/tf.js': tfjs,
      '/tfjs-thermo.js': module,
    });
    expect(await simulatedIn(watched, `${watched.origin}/tfjs-thermo.js`)).toEqual(await simulatedHere());
    expect(watched.problems).toEqual([]);
    // The page loads the module once, and each of its workers once more; nothing else is asked for.
    expect(new Set(watched.requests.map((url) => new URL(url).origin))).toEqual(new Set([watched.origin]));
  });

  test('of another origin, as a CDN’s, does so too, where workers from blobs are allowed', async () => {
    const cdn = await served({ '/tfjs-thermo.js': module }, { 'Access-Control-Allow-Origin': '*' });
    const watched = await pageAt(
      `default-src 'self'; script-src 'self' ${cdn} 'wasm-unsafe-eval'; worker-src blob:`,
      { '/tf.js': tfjs },
    );
    expect(await simulatedIn(watched, `${cdn}/tfjs-thermo.js`)).toEqual(await simulatedHere());
    expect(watched.problems).toEqual([]);
  });

  test('registers its optimizers, so that models saved with them load', async () => {
    const { page, origin } = await pageAt(null, { '/tf.js': tfjs, '/tfjs-thermo.js': module });
    await page.addScriptTag({ url: `${origin}/tf.js` });
    const registered = await page.evaluate(async (address) => {
      await import(address);
      const { tf } = globalThis as unknown as { tf: typeof import('@tensorflow/tfjs') };
      return Object.keys(tf.serialization.SerializationMap.getMap().classNameMap);
    }, `${origin}/tfjs-thermo.js`);
    expect(registered).toEqual(expect.arrayContaining(['AdamW', 'Lion', 'ThermoSGD']));
  });
});
