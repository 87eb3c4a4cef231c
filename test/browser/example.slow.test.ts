import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type * as Thermo from '../../src/browser/index.js';
import { browserPath, watchedPage } from '../live/browser.js';
import { countReads, type PageCounts } from './countReads.js';
import { buildModule, exampleServer, type ExampleServer } from './exampleServer.js';
import { graphicsBrowser } from './graphicsBrowser.js';

/** Where the pictures of the pages stay, to be looked at. */
const pictures = resolve(import.meta.dirname, '../.output');
const axe = readFileSync(resolve(import.meta.dirname, '../../node_modules/axe-core/axe.min.js'), 'utf8');

// Without a browser a user's run skips this suite, by name; in CI it is installed and its absence is a failure.
const suite = browserPath === undefined && !process.env['CI'] ? describe.skip : describe;

/** A drawing driver on the processor takes its time, above all for the first steps. */
const patience = 500_000;

/** The numbers of a column of the first run's CSV, as the panel saves it; rows without one are left out. */
async function savedColumn(page: Page, name: string): Promise<{ step: number; value: string }[]> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page
      .getByRole('button', { name: /as CSV$/ })
      .first()
      .click(),
  ]);
  const [header, ...rows] = readFileSync((await download.path())!, 'utf8')
    .trim()
    .split('\r\n')
    .map((row) => row.split(','));
  const [step, column] = ['step', name].map((field) => header!.indexOf(field));
  return rows
    .map((row) => ({ step: Number(row[step!]), value: row[column!]! }))
    .filter(({ value }) => value !== '');
}

const statusOf = (page: Page): Promise<string> => page.locator('#status').innerText();

suite('the browser example', () => {
  let server: ExampleServer;

  beforeAll(async () => {
    buildModule();
    mkdirSync(pictures, { recursive: true });
    server = await exampleServer();
  });
  afterAll(() => server?.close());

  /** Errors of the console; that there is no adapter for WebGPU, chromium says by itself as a warning. */
  const errorsIn = (problems: readonly string[]): string[] =>
    problems.filter((problem) => !/No available adapters/.test(problem));

  /** Trains on a backend for some steps and gives the reads of each step, the last one left out. */
  async function readsOfSteps(page: Page, backend: string, steps: number): Promise<number[]> {
    await page.addInitScript(countReads);
    await page.goto(`${server.address}?backend=${backend}&steps=${steps}`);
    await page.locator('#status', { hasText: 'Ready.' }).waitFor();
    // A string, since the test runner rewrites imports in functions.
    const address = `${server.address}dist/browser/tfjs-thermo.js`;
    await page.evaluate(`import('${address}').then((thermo) => void Object.assign(globalThis, { thermo }))`);
    await page.evaluate(() => {
      const { ThermoSGD } = (globalThis as unknown as { thermo: typeof Thermo }).thermo;
      const { counts } = globalThis as unknown as { counts: PageCounts };
      const { applyGradients } = ThermoSGD.prototype;
      ThermoSGD.prototype.applyGradients = function (gradients): void {
        counts.atSteps.push(counts.reads);
        applyGradients.call(this, gradients);
      };
    });
    await page.getByRole('button', { name: 'Start' }).click();
    await page
      .locator('#status')
      .filter({ hasText: /^(Finished|Stopped|It ended)/ })
      .waitFor({ timeout: patience });
    expect(await statusOf(page)).toBe(`Finished after ${steps} steps on ${backend}.`);
    const { atSteps } = await page.evaluate(() => (globalThis as unknown as { counts: PageCounts }).counts);
    expect(atSteps).toHaveLength(steps);
    return atSteps.slice(1).map((reads, i) => reads - atSteps[i]!);
  }

  /** The monitor reads the gas and the noise every 20 steps, the page its accuracy every 100. */
  const wantedReads = (steps: number): number[] =>
    Array.from({ length: steps - 1 }, (_, i) => ((i + 1) % 20 === 0 ? 2 : 0) + ((i + 1) % 100 === 0 ? 1 : 0));

  describe('on WebGL', () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await graphicsBrowser('webgl');
    });
    afterAll(() => browser?.close());

    test('learns the digits as a gas, and between readings nothing is read from the device', async () => {
      const steps = 400;
      const { page, problems, requests } = await watchedPage(browser, {
        viewport: { width: 1280, height: 2400 },
      });
      expect(await readsOfSteps(page, 'webgl', steps)).toEqual(wantedReads(steps));

      const accuracy = Number.parseFloat(await page.getByRole('main').locator('output').innerText());
      expect(accuracy).toBeGreaterThanOrEqual(95);
      const volumes = await savedColumn(page, 'volume');
      expect(volumes.map(({ step }) => step)).toEqual(Array.from({ length: 20 }, (_, i) => 20 * (i + 1)));
      const temperatures = await savedColumn(page, 'totalTemperature');
      // Held, then cooled along an adiabat, T V = const: V has grown tenfold, and T_tot has fallen.
      const held = volumes.find(({ step }) => step === 260);
      const last = volumes.at(-1);
      expect(Number(last!.value) / Number(held!.value)).toBeGreaterThan(5);
      expect(Number(temperatures.at(-1)!.value)).toBeLessThan(Number(temperatures.at(6)!.value) / 2);

      const [picture] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'Save Temperature as PNG' }).click(),
      ]);
      expect(statSync((await picture.path())!).size).toBeGreaterThan(5000);

      expect(errorsIn(problems)).toEqual([]);
      const { origin } = new URL(server.address);
      expect(requests.filter((url) => !url.startsWith(origin) && !/^(blob|data):/.test(url))).toEqual([]);

      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        // The panel draws one chart after another.
        await page.waitForTimeout(3000);
        const file = join(pictures, `browser-training-${colorScheme}.png`);
        await page.screenshot({ path: file });
        expect(statSync(file).size).toBeGreaterThan(50_000);
        expect(await violationsIn(page)).toEqual([]);
      }
      await page.close();
    });

    test('pauses, goes on and stops when it is told to', async () => {
      const { page, problems } = await watchedPage(browser);
      // Plain JavaScript leaves the page no turn while it takes a step.
      page.setDefaultTimeout(120_000);
      await page.goto(`${server.address}?backend=cpu&steps=1000`);
      await page.locator('#status', { hasText: 'Ready.' }).waitFor();
      await page.getByRole('button', { name: 'Start' }).click();
      const main = page.getByRole('main');
      await main.locator('#pause').click();
      await page.waitForTimeout(5000);
      const at = await page.locator('progress').evaluate(({ value }: HTMLProgressElement) => value);
      await page.waitForTimeout(2000);
      expect(await page.locator('progress').evaluate(({ value }: HTMLProgressElement) => value)).toBe(at);
      await main.getByRole('button', { name: 'Go on' }).click();
      await page.waitForFunction((at) => document.querySelector('progress')!.value > at, at, {
        timeout: 120_000,
      });
      await main.locator('#stop').click();
      await page
        .locator('#status')
        .filter({ hasText: /^Stopped after \d+ steps/ })
        .waitFor({ timeout: 120_000 });
      expect(errorsIn(problems)).toEqual([]);
      await page.close();
    });

    test('shows the simulator in workers, in the same panel', async () => {
      const { page, problems } = await watchedPage(browser, { viewport: { width: 1280, height: 2400 } });
      await page.goto(`${server.address}examples/browser/simulate.html`);
      await page.locator('#status', { hasText: 'Ready.' }).waitFor();
      await page.getByLabel('Chains').fill('100');
      await page.getByLabel('Steps of the cooling').fill('1000');
      await page.getByRole('button', { name: 'Start' }).click();
      await page
        .locator('#status')
        .filter({ hasText: /^(Finished|It ended)/ })
        .waitFor({ timeout: 120_000 });
      expect(await statusOf(page)).toMatch(
        /^Finished after [\d,]+ steps, \d+ ns a step of a chain, with the wasm kernel\.$/,
      );
      const temperatures = await savedColumn(page, 'temperature');
      // Led along an adiabat to a tenth of the first temperature, in 1,000 steps of one ratio: 0.1126 is the mean of the
      // last hundred, which are the last reading.
      const ratio = Number(temperatures.at(-1)!.value) / Number(temperatures[0]!.value);
      expect(ratio).toBeCloseTo(0.1126, 3);
      expect(errorsIn(problems)).toEqual([]);
      expect(await violationsIn(page)).toEqual([]);
      await page.screenshot({ path: join(pictures, 'browser-simulator-light.png') });
      await page.close();
    });
  });

  test('trains on WebGPU too, where nothing can be read synchronously', async () => {
    const browser = await graphicsBrowser('webgpu');
    try {
      const { page, problems } = await watchedPage(browser);
      const steps = 40;
      expect(await readsOfSteps(page, 'webgpu', steps)).toEqual(wantedReads(steps));
      const losses = await savedColumn(page, 'loss');
      expect(losses.map(({ step }) => step)).toEqual([20, 40]);
      expect(Number(losses.at(-1)!.value)).toBeLessThan(Number(losses[0]!.value) / 2);
      expect(errorsIn(problems)).toEqual([]);
    } finally {
      await browser.close();
    }
  });
});

async function violationsIn(page: Page): Promise<string[]> {
  // The page's policy forbids scripts of others; this one comes by the debugger's way.
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: object[] }[] }> };
    };
    const { violations } = await axe.run();
    return violations.map(({ id, nodes }) => `${id} in ${nodes.length} places`);
  });
}
