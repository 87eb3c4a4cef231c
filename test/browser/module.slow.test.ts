import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundle } from '../../src/browser/bundle.mjs';
import type * as Simulator from '../../src/browser/simulator.js';
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

suite('the browser modules in a real browser', () => {
  let browser: Browser;
  const servers: Server[] = [];

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

  /**
   * A page of an origin of its own, with the module plugged in as a user would do it.
   * Its own copy of the module, unless another address is given.
   */
  async function pluggedIn(options: {
    readonly own?: Uint8Array;
    readonly policy?: string;
    readonly module?: string;
    readonly scripts?: string;
  }): Promise<Watched> {
    const {
      own = plugin,
      policy,
      module: address = '/module.js',
      scripts = '<script defer src="/tf.js"></script>',
    } = options;
    const origin = await served(
      {
        '/': `<!doctype html><title>a page</title>${scripts}<script type="module" src="/own.js"></script>`,
        '/own.js': `import * as thermo from '${address}'; Object.assign(globalThis, { thermo });`,
        '/tf.js': tfjs,
        '/module.js': own,
        '/favicon.ico': '',
      },
      policy === undefined ? {} : { 'Content-Security-Policy': policy },
    );
    const watched = await watchedPage(browser);
    await watched.page.goto(`${origin}/`);
    return watched;
  }

  let plugin: Uint8Array;
  let simulator: Uint8Array;

  beforeAll(async () => {
    browser = await startBrowser();
    plugin = (await bundle('tfjs-thermo.js')).module;
    simulator = (await bundle('tfjs-thermo-simulator.js')).module;
  });
  afterAll(async () => {
    await browser?.close();
    for (const server of servers) server.close();
  });

  test('without TensorFlow.js in the page says so in one line that names the remedy', async () => {
    const { problems } = await pluggedIn({ scripts: '' });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(
      /^ThermoError: tfjs-thermo finds no TensorFlow\.js in this page: put <script src="[^"]+"><\/script> before its own script, or .*$/,
    );
  });

  /** What an ensemble shows in the page, on two workers that the module starts from itself. */
  const simulatedIn = async ({ page }: Watched) => {
    await page.waitForFunction(() => 'thermo' in globalThis);
    return page.evaluate(async (conditions) => {
      const { ensemble, webWorkers } = (globalThis as unknown as { thermo: typeof Simulator }).thermo;
      const pool = webWorkers({ workers: 2 });
      const gas = await ensemble({ dimension: 20, chains: 1001, pool });
      const observation = await gas.run(Array.from({ length: 250 }, () => conditions));
      const weights = [...(await gas.weights())];
      const { name } = gas.engine;
      await gas.dispose();
      await pool.dispose();
      return { observation, weights, engine: name };
    }, conditions);
  };

  /** The same in Node, in this thread. */
  const simulatedHere = async () => {
    const gas = await ensemble({ dimension: 20, chains: 1001 });
    const observation = await gas.run(Array.from({ length: 250 }, () => conditions));
    return { observation, weights: [...(await gas.weights())], engine: gas.engine.name };
  };

  test('of the page’s own origin simulates in workers under a strict policy as in Node, bit for bit', async () => {
    const watched = await pluggedIn({
      own: simulator,
      scripts: '',
      policy: "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'",
    });
    expect(await simulatedIn(watched)).toEqual(await simulatedHere());
    expect(watched.problems).toEqual([]);
    expect(watched.requests.every((url) => new URL(url).origin === new URL(watched.page.url()).origin)).toBe(
      true,
    );
  });

  test('of another origin, as a CDN’s, does so too, where the policy allows workers from blobs', async () => {
    const cdn = await served({ '/simulator.js': simulator }, { 'Access-Control-Allow-Origin': '*' });
    const watched = await pluggedIn({
      module: `${cdn}/simulator.js`,
      scripts: '',
      policy: `default-src 'self'; script-src 'self' ${cdn} 'wasm-unsafe-eval'; worker-src blob: ${cdn}`,
    });
    expect(await simulatedIn(watched)).toEqual(await simulatedHere());
    expect(watched.problems).toEqual([]);
  });

  test('registers its optimizers, so that models saved with them load', async () => {
    const { page } = await pluggedIn({});
    await page.waitForFunction(() => 'thermo' in globalThis);
    const registered = await page.evaluate(() => {
      const { tf } = globalThis as unknown as { tf: typeof import('@tensorflow/tfjs') };
      return Object.keys(tf.serialization.SerializationMap.getMap().classNameMap);
    });
    expect(registered).toEqual(expect.arrayContaining(['AdamW', 'Lion', 'ThermoSGD']));
  });
});
