import { existsSync } from 'node:fs';
import { build } from 'esbuild';
import { chromium, type Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CheckpointPage } from './checkpointPage.js';

const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  (path) => existsSync(path),
);
// Without a browser a user's run skips this suite, by name; in CI it is installed and its absence is a failure.
const suite = executablePath === undefined && !process.env['CI'] ? describe.skip : describe;

suite('checkpoint in a real browser', () => {
  let browser: Browser;
  let script: string;

  beforeAll(async () => {
    const { outputFiles } = await build({
      entryPoints: [`${import.meta.dirname}/checkpointPage.ts`],
      bundle: true,
      write: false,
      platform: 'browser',
      format: 'iife',
      logLevel: 'error',
    });
    script = outputFiles[0]!.text;
    browser = await chromium.launch({ executablePath: executablePath!, args: ['--no-sandbox'] });
  });
  afterAll(() => browser?.close());

  test.each(['indexeddb', 'localstorage'])('keeps the last two models in %s', async (scheme) => {
    const context = await browser.newContext();
    const page = await context.newPage();
    // A store belongs to an origin, which an empty page has not.
    await page.route('http://page.test/', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }),
    );
    await page.goto('http://page.test/');
    await page.addScriptTag({ content: script });
    const { urls, latest, predictions } = await page.evaluate(
      (name) =>
        (
          globalThis as unknown as { checkpointInPage(scheme: string): Promise<CheckpointPage> }
        ).checkpointInPage(name),
      scheme,
    );
    expect(urls).toEqual([`${scheme}://my-net/epoch-3`, `${scheme}://my-net/epoch-4`]);
    expect(latest).toBe('epoch-4');
    expect(predictions[0]).toEqual(predictions[1]);
    await context.close();
  });
});
