import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { kernelModule } from '../../src/simulator/kernel/compile.mjs';

describe('the compiled kernel', () => {
  test('is what its sources give: if not, run node src/simulator/kernel/compile.mjs', async () => {
    const committed = await readFile(
      join(import.meta.dirname, '../../src/simulator/kernel/kernelBytes.ts'),
      'utf8',
    );
    expect(committed === (await kernelModule())).toBe(true);
  });
});
