import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { build } from 'esbuild';
import { chromium, type Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ensemble, type Conditions } from '../../src/simulator/index.js';
import type { SimulatedInPage } from './webPage.js';

const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  (path) => existsSync(path),
);
// Without a browser a user's run skips this suite, by name; in CI it is installed and its absence is a failure.
const suite = executablePath === undefined && !process.env['CI'] ? describe.skip : describe;

async function bundled(entry: string, format: 'iife' | 'esm'): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    platform: 'browser',
    format,
    logLevel: 'error',
  });
  return outputFiles[0]!.text;
}

suite('in a real browser', () => {
  let browser: Browser;
  let page: string;
  let worker: string;

  beforeAll(async () => {
    page = await bundled(resolve(import.meta.dirname, 'webPage.ts'), 'iife');
    worker = await bundled(resolve(import.meta.dirname, '../../src/simulator/workers/web/worker.ts'), 'esm');
    browser = await chromium.launch({ executablePath: executablePath!, args: ['--no-sandbox'] });
  });
  afterAll(() => browser?.close());

  /** The scripts and an empty page, at an address that no server has. */
  async function simulated(script: string | null): Promise<SimulatedInPage> {
    const context = await browser.newContext();
    const files = { '/page': '', '/worker.js': worker, '/broken.js': "throw new Error('broken script')" };
    for (const [path, body] of Object.entries(files)) {
      const contentType = path === '/page' ? 'text/html' : 'text/javascript';
      await context.route(`http://simulator.test${path}`, (route) => route.fulfill({ body, contentType }));
    }
    const tab = await context.newPage();
    await tab.goto('http://simulator.test/page');
    await tab.addScriptTag({ content: page });
    return tab.evaluate(
      (script) =>
        (
          globalThis as unknown as { simulateInPage(script: string | null): Promise<SimulatedInPage> }
        ).simulateInPage(script),
      script,
    );
  }

  test('an ensemble gives what it gives in Node, alone and on two workers, bit for bit', async () => {
    const gas = await ensemble({ dimension: 20, chains: 1001 });
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
    const observation = await gas.run(Array.from({ length: 250 }, () => conditions));
    const here = { observation, weights: [...(await gas.weights())], engine: gas.engine.name };
    expect(await simulated(null)).toEqual(here);
    expect(await simulated('/worker.js')).toEqual(here);
  });

  test('a worker whose script fails ends the task with an error', async () => {
    await expect(simulated('/broken.js')).rejects.toThrow(
      /3 workers died over the task advanceBlock: .*broken script/,
    );
  });
});
