import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';

const root = resolve(import.meta.dirname, '../..');

/** Where a browser is installed; undefined where there is none. */
export const browserPath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  (path) => existsSync(path),
);

/** Starts the browser. */
export const startBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: browserPath!, args: ['--no-sandbox'] });

/** Builds the page from its sources as they are. */
export function buildPage(): void {
  execFileSync(process.execPath, [join(root, 'src/recorders/page/bundle.mjs')]);
}

/** What went wrong on a page, and where it asked for anything. */
export interface Watched {
  readonly page: Page;
  readonly problems: readonly string[];
  readonly requests: readonly string[];
}

/** A page that notes down errors, console errors and every request. */
export async function watchedPage(
  browser: Browser,
  options: NonNullable<Parameters<Browser['newPage']>[0]> = {},
): Promise<Watched> {
  const page = await browser.newPage(options);
  const problems: string[] = [];
  const requests: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('request', (request) => requests.push(request.url()));
  return { page, problems, requests };
}
