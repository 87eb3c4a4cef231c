import { expect, type TestContext } from 'vitest';

/** Skips a test whose requirement this machine lacks, and says so; in continuous integration, fails it. */
export function skipWithout({ skip }: TestContext, missing: string | null): void {
  if (missing === null) return;
  if (process.env['CI'] === 'true') expect.fail(missing);
  console.warn(`skipped: ${missing}`);
  skip(missing);
}
