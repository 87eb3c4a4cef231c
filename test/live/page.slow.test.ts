import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as tf from '@tensorflow/tfjs';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { ThermoMonitor, ThermoSGD, type Recorder } from '../../src/index.js';
import type { panel, Panel } from '../../src/recorders/page/index.js';
import { jsonLinesRecorder, readPoints } from '../../src/recorders/node.js';
import { liveServer, type LiveRecorder as Recording } from '../../src/recorders/live/index.js';
import { digitBatch, smallConvNet } from '../networks.js';
import { temporaryFolders } from '../temporaryFolders.js';
import { browserPath, buildPage, startBrowser, watchedPage, type Watched } from './browser.js';
import { LiveRecorder } from './builtRecorders.js';
import { coolingPoint, gasPoint, layeredPoint } from './gasPoint.js';

/** Where the pictures of the page stay, to be looked at. */
const pictures = resolve(import.meta.dirname, '../.output');
const axe = readFileSync(resolve(import.meta.dirname, '../../node_modules/axe-core/axe.min.js'), 'utf8');

// Without a browser a user's run skips this suite, by name; in CI it is installed and its absence is a failure.
const suite = browserPath === undefined && !process.env['CI'] ? describe.skip : describe;
const newFolder = temporaryFolders();
const quiet = { say: () => {} };

/** Waits until the page shows a step as the newest of some run. */
const showsStep = (page: Page, step: number, timeout = 30_000): Promise<unknown> =>
  page.waitForFunction(
    (text) => [...document.querySelectorAll('tbody td')].some((cell) => cell.textContent === text),
    step.toLocaleString('en-US'),
    { timeout },
  );

/** The rows of the CSV that the page saves of its first run. */
async function savedSteps(page: Page): Promise<number[]> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page
      .getByRole('button', { name: /as CSV$/ })
      .first()
      .click(),
  ]);
  const [header, ...rows] = readFileSync((await download.path())!, 'utf8')
    .trim()
    .split('\r\n');
  const column = header!.split(',').indexOf('step');
  return rows.map((row) => Number(row.split(',')[column]));
}

suite('the live page in a real browser', () => {
  let browser: Browser;
  const open: { close(): unknown }[] = [];
  const kept = <Thing extends { close(): unknown }>(thing: Thing): Thing => {
    open.push(thing);
    return thing;
  };
  const opened = async (
    live: { readonly address: string | Promise<string> },
    options: Parameters<typeof watchedPage>[1] = {},
  ): Promise<Watched> => {
    const watched = await watchedPage(browser, options);
    open.push(watched.page);
    await watched.page.goto(await live.address);
    return watched;
  };

  beforeAll(async () => {
    buildPage();
    mkdirSync(pictures, { recursive: true });
    browser = await startBrowser();
  });
  afterEach(async () => {
    for (const thing of open.splice(0).toReversed()) await thing.close();
  });
  afterAll(() => browser?.close());

  test('shows each point of a real training within a second of its step', async () => {
    const live = kept(new LiveRecorder({ port: 0, name: 'digits', total: 120, ...quiet }));
    const { page, problems } = await opened(live);
    await page.waitForSelector('text=Connected.');
    await page.evaluate(() => {
      const shown: [step: number, at: number][] = [];
      Object.assign(globalThis, { shown });
      new MutationObserver(() => {
        const cell = document.querySelector('tbody td.thermo-number');
        if (cell !== null) shown.push([Number(cell.textContent), Date.now()]);
      }).observe(document.body, { subtree: true, childList: true, characterData: true });
    });
    const recorded: [step: number, at: number][] = [];
    const noting: Recorder = {
      record: ({ step }) => void recorded.push([step, Date.now()]),
      close: () => {},
    };
    await tf.setBackend('cpu');
    const model = smallConvNet();
    model.compile({
      optimizer: new ThermoSGD({
        effectiveLearningRate: 0.05,
        weightDecay: 0.02,
        others: { learningRate: 0.05 },
      }),
      loss: (labels, logits) => tf.losses.softmaxCrossEntropy(labels, logits),
    });
    const monitor = new ThermoMonitor({ model, every: 10, noise: { every: 10 }, recorders: [noting, live] });
    const { xs, ys } = digitBatch(64, 1);
    await model.fit(xs, ys, { epochs: 30, batchSize: 16, callbacks: [monitor], verbose: 0 });
    await showsStep(page, 120);
    const shown = await page.evaluate(() => (globalThis as unknown as { shown: [number, number][] }).shown);
    const delays = recorded.map(
      ([step, at]) => Math.min(...shown.filter(([newest]) => newest >= step).map(([, when]) => when)) - at,
    );
    expect(recorded.map(([step]) => step)).toEqual([10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110, 120]);
    expect(Math.max(...delays)).toBeLessThan(1000);
    expect(problems).toEqual([]);
    monitor.dispose();
    model.dispose();
    tf.dispose([xs, ys]);
  });

  test('whose server was killed and started again connects again and misses nothing', async () => {
    const file = join(newFolder(), 'points.jsonl');
    const lines = jsonLinesRecorder(file);
    const before = new LiveRecorder({ port: 0, ...quiet });
    const { page } = await opened(before);
    const record = (live: Recording | null, from: number, to: number): void => {
      for (let step = from; step <= to; step += 1) {
        void lines.record(gasPoint(step));
        live?.record(gasPoint(step));
      }
    };
    record(before, 1, 200);
    await showsStep(page, 200);
    await before.close();
    await page.waitForSelector('text=The server is gone');
    record(null, 201, 300);
    const port = Number(new URL(await before.address).port);
    const after = kept(new LiveRecorder({ port, ...quiet, history: readPoints(file).points }));
    record(after, 301, 400);
    await showsStep(page, 400);
    expect(await page.locator('[role=status]').textContent()).toBe('Connected.');
    expect(await savedSteps(page)).toEqual(Array.from({ length: 400 }, (_, i) => i + 1));
  });

  test('asks nothing of any other machine, logs no error, and draws text from runs as text', async () => {
    const server = kept(await liveServer({ port: 0, ...quiet }));
    const name = '<img src=http://attacker.example/x onerror=alert(1)>';
    const run = server.runs.add({ id: name, name, total: null });
    for (let step = 1; step <= 50; step += 1)
      run.record({ ...layeredPoint(step), [`${name}/totalTemperature`]: step, [`${name}/volume`]: 1 });
    run.alert({ rule: 'tooHot', step: 50, message: name });
    const { page, problems, requests } = await opened(server);
    await showsStep(page, 50);
    await page.locator('h2', { hasText: 'Layers' }).scrollIntoViewIfNeeded();
    await page.waitForSelector('.thermo-small figure >> nth=2');
    await page.locator('li', { hasText: name }).waitFor();
    expect(await page.locator('main img').count()).toBe(0);
    expect(await page.locator('li', { hasText: name }).count()).toBe(1);
    const { origin } = new URL(server.address);
    expect(requests.filter((url) => !url.startsWith(origin) && !/^(blob|data):/.test(url))).toEqual([]);
    expect(problems).toEqual([]);
  });

  test.each(['light', 'dark'] as const)(
    'has no accessibility violation in %s, and its picture is kept',
    async (colorScheme) => {
      const server = kept(await liveServer({ port: 0, ...quiet }));
      for (const [name, warmth] of [
        ['first run', 1],
        ['second run', 1.5],
      ] as const) {
        const run = server.runs.add({ id: name, name, total: 400 });
        for (let step = 1; step <= 400; step += 1) run.record(coolingPoint(step, warmth));
        run.alert({ rule: 'tooHot', step: 400, message: 'one step turns the weights too far' });
      }
      const { page, problems } = await opened(server, {
        colorScheme,
        viewport: { width: 1280, height: 2200 },
      });
      await showsStep(page, 400);
      await page.waitForSelector('.thermo-small figure .thermo-picture > svg >> nth=1');
      await page.waitForFunction(() =>
        [...document.querySelectorAll('.thermo-plot [role=img]')].every((chart) =>
          /to 400;.*second run/.test(chart.getAttribute('aria-label')!),
        ),
      );
      await page.waitForTimeout(100);
      const file = join(pictures, `live-page-${colorScheme}.png`);
      await page.screenshot({ path: file, fullPage: true });
      expect(statSync(file).size).toBeGreaterThan(50_000);
      await page.evaluate(axe);
      const violations = await page.evaluate(async () => {
        const result = await (
          globalThis as unknown as {
            axe: { run(): Promise<{ violations: { id: string; nodes: object[] }[] }> };
          }
        ).axe.run();
        return result.violations.map(({ id, nodes }) => `${id} in ${nodes.length} places`);
      });
      expect(violations).toEqual([]);
      expect(problems).toEqual([]);
    },
  );

  test('is worked with the keyboard alone: pause, axes, zoom and hiding a run', async () => {
    const server = kept(await liveServer({ port: 0, ...quiet }));
    const run = server.runs.add({ id: 'a', name: 'a', total: null });
    for (let step = 1; step <= 100; step += 1) run.record(gasPoint(step));
    const { page } = await opened(server);
    await showsStep(page, 100);
    // The p–V plane speaks of the volume too.
    const volume = page.locator('figure', { has: page.locator('strong', { hasText: /^Volume$/ }) });
    const picture = volume.getByRole('img');
    const describes = (text: string): Promise<void> =>
      picture.and(page.locator(`[aria-label*="${text}"]`)).waitFor();
    await describes('step 1 to 100');

    await page.getByLabel('From').focus();
    await page.keyboard.type('20');
    await page.keyboard.press('Tab');
    await page.keyboard.type('60');
    await page.keyboard.press('Tab');
    await describes('step 20 to 60');
    await page.keyboard.press('Enter');
    await describes('step 1 to 100');

    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    expect(await page.getByRole('button', { name: 'Pause' }).getAttribute('aria-pressed')).toBe('true');
    run.record(gasPoint(101));
    await page.waitForTimeout(1000);
    expect(await page.locator('tbody').textContent()).not.toContain('101');
    await page.keyboard.press('Space');
    await showsStep(page, 101);

    await page.getByRole('checkbox').focus();
    await page.keyboard.press('Space');
    await volume.waitFor({ state: 'hidden' });
  });

  test('is worked with the pointer: it reads values off a chart, and drags over a stretch to look at it', async () => {
    const server = kept(await liveServer({ port: 0, ...quiet }));
    const run = server.runs.add({ id: 'a', name: 'a', total: null });
    for (let step = 0; step <= 1000; step += 1) run.record({ step, volume: 10 + step });
    const { page, problems } = await opened(server);
    await showsStep(page, 1000);
    const figure = page.locator('figure', { has: page.locator('strong', { hasText: /^Volume$/ }) });
    await figure.getByRole('img').and(page.locator('[aria-label*="step 0 to 1,000"]')).waitFor();
    const { x, y, width } = (await figure.locator('.thermo-picture > svg').boundingBox())!;
    const line = (await figure.locator('.thermo-picture > svg svg path').first().boundingBox())!;
    const pixelOf = (step: number): number => line.x + (line.width * step) / 1000;

    await page.mouse.move(pixelOf(500), y + 80);
    const readout = figure.locator('.thermo-readout');
    const [, step, value] = /^step (\d+) {3}V (\d+)$/.exec((await readout.textContent())!)!;
    // A pixel is some two steps, and a reading shows three digits.
    expect(Math.abs(Number(step) - 500)).toBeLessThan(2 + 1000 / width);
    expect(Math.abs(Number(value) - 510)).toBeLessThan(8);

    await page.mouse.move(pixelOf(200), y + 80);
    await page.mouse.down();
    await page.mouse.move(pixelOf(600), y + 90, { steps: 4 });
    expect(await figure.locator('.thermo-area').isVisible()).toBe(true);
    await page.mouse.up();
    const label = figure
      .getByRole('img')
      .and(page.locator('[aria-label*="step 19"], [aria-label*="step 20"]'));
    const [, from, to] = /step ([\d.]+) to ([\d.]+)/.exec((await label.getAttribute('aria-label'))!)!;
    expect(Math.abs(Number(from) - 200)).toBeLessThan(3);
    expect(Math.abs(Number(to) - 600)).toBeLessThan(3);
    await page.mouse.move(x - 5, y - 5);
    expect(await readout.textContent()).toBe('');
    await page.getByRole('button', { name: 'Show all' }).click();
    await figure.getByRole('img').and(page.locator('[aria-label*="step 0 to 1,000"]')).waitFor();
    expect(problems).toEqual([]);
  });

  test('saves charts and planes as PNG and SVG', async () => {
    const server = kept(await liveServer({ port: 0, ...quiet }));
    const run = server.runs.add({ id: 'a', name: 'a', total: null });
    for (let step = 1; step <= 100; step += 1) run.record({ ...gasPoint(step), volume: 1 + step / 100 });
    const { page, problems } = await opened(server, { viewport: { width: 1280, height: 2200 } });
    await showsStep(page, 100);
    await page.waitForSelector('.thermo-picture > svg >> nth=9');
    const saved = async (title: string, kind: 'PNG' | 'SVG'): Promise<Buffer> => {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: `Save ${title} as ${kind}` }).click(),
      ]);
      return readFileSync((await download.path())!);
    };
    const png = await saved('p–V plane', 'PNG');
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1176, 888]);
    const svg = (await saved('Temperature', 'SVG')).toString();
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    expect(svg).toContain('>tot</tspan>');
    expect(svg).not.toContain('var(--');
    expect(problems).toEqual([]);
  });

  test('has its panel in a page of one’s own too, fed by a recorder', async () => {
    const { outputFiles } = await build({
      entryPoints: [resolve(import.meta.dirname, '../../src/recorders/page/index.ts')],
      bundle: true,
      write: false,
      format: 'iife',
      globalName: 'thermo',
      logLevel: 'error',
    });
    const { page, problems } = await watchedPage(browser);
    open.push(page);
    await page.goto('about:blank');
    await page.addScriptTag({ content: outputFiles[0]!.text });
    await page.evaluate(
      (points) => {
        const { thermo } = globalThis as unknown as { thermo: { panel: typeof panel } };
        const shown = thermo.panel(document.body);
        const recorder = shown.recorder({ name: 'in this page' });
        for (const point of points) void recorder.record(point);
        void recorder.close();
        Object.assign(globalThis, { shown });
      },
      [gasPoint(1), gasPoint(2)],
    );
    await showsStep(page, 2);
    expect(await page.locator('tbody tr').textContent()).toMatch(/^in this pagefinished/);
    await page.evaluate(() => (globalThis as unknown as { shown: Panel }).shown.close());
    expect(await page.locator('body *:not(script)').count()).toBe(0);
    expect(problems).toEqual([]);
  });
});
