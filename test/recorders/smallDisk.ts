import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, test } from 'vitest';

const isRoot = process.getuid?.() === 0;

/** A test on a disk of 1 MB. Only root can mount one. CI is root; for anyone else the reporter names the test as skipped. */
export const testOnSmallDisk = test.skipIf(!isRoot && !process.env['CI']);

/** A disk of 1 MB for the tests of a file. */
export function smallDisk(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tfjs-thermo-disk-'));
  const disk = join(folder, 'disk');
  beforeAll(() => {
    mkdirSync(disk);
    if (isRoot) execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk]);
  });
  afterAll(() => {
    if (isRoot) execFileSync('umount', [disk]);
    rmSync(folder, { recursive: true, force: true });
  });
  return disk;
}
