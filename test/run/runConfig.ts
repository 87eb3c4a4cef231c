import type { RunConfig } from '../../src/experiments/run/index.js';

/** A valid configuration. */
export const config: RunConfig = {
  format: 1,
  name: 'train',
  version: '0.1.0',
  backend: 'cpu',
  createdAt: '2026-01-02T03:04:05.000Z',
  columns: ['step', 'loss'],
  settings: { steps: 100, data: 'digits', nested: { rates: [0.1, 0.2] } },
};
