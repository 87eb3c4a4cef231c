import { existsSync } from 'node:fs';
import { build } from 'esbuild';
import { chromium, type Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PageResult } from './page.js';

const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  (path) => existsSync(path),
);
// Without a browser a user's run skips this suite, by name; in CI it is installed and its absence is a failure.
const suite = executablePath === undefined && !process.env['CI'] ? describe.skip : describe;

suite('in a real browser', () => {
  let browser: Browser;
  let script: string;

  beforeAll(async () => {
    const { outputFiles } = await build({
      entryPoints: [`${import.meta.dirname}/page.ts`],
      bundle: true,
      write: false,
      platform: 'browser',
      format: 'iife',
      logLevel: 'error',
    });
    script = outputFiles[0]!.text;
    browser = await chromium.launch({
      executablePath: executablePath!,
      args: ['--no-sandbox', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
    });
  });
  afterAll(() => browser?.close());

  test('on webgl the network trains, its state is measured, and no tensor is left behind', async () => {
    const page = await browser.newPage();
    await page.goto('about:blank');
    await page.addScriptTag({ content: script });
    const result = await page.evaluate(
      (backend) =>
        (globalThis as unknown as { trainInPage(name: string): Promise<PageResult> }).trainInPage(backend),
      'webgl',
    );
    expect(result.backend).toBe('webgl');
    expect(result.losses.at(-1)!).toBeLessThan(result.losses[0]! / 2);
    expect(result.points.map(({ step }) => step)).toEqual([5, 10, 15]);
    for (const { temperature, volume, dimension } of result.points) {
      expect(temperature).toBeGreaterThan(0);
      expect(volume).toBeGreaterThan(0);
      expect(dimension).toBe(252);
    }
    expect(new Set(result.tensorsPerEpoch.slice(2)).size).toBe(1);
  });
});
