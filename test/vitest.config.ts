import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

const slow = 'test/**/*.slow.test.ts';

export default defineConfig({
  root: resolve(import.meta.dirname, '..'),
  test: {
    // A native backend lives in its process: one process a file keeps them apart.
    pool: 'forks',
    testTimeout: 30_000,
    projects: [
      { extends: true, test: { name: 'fast', include: ['test/**/*.test.ts'], exclude: [slow] } },
      { extends: true, test: { name: 'slow', include: [slow], testTimeout: 600_000, hookTimeout: 600_000 } },
    ],
  },
});
