import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createRun, openRun, resumeRun } from '../../src/experiments/run/index.js';
import { config } from './runConfig.js';

/** A process that begins or resumes a run in a folder and writes it as fast as it can, until it is killed. */
const folder = process.argv[2]!;
const from = existsSync(join(folder, 'config.json')) ? (openRun(folder).latestCheckpoint()?.step ?? 0) : null;
const run = from === null ? createRun(folder, config) : resumeRun(folder, from);
process.stdout.write('writing\n');
for (let step = (from ?? 0) + 1; ; step++) {
  run.recorder.record({ step, loss: 1 / step });
  if (step % 5 === 0)
    run.saveCheckpoint(step, { 'weights.bin': Buffer.alloc(20_000, step % 256), 'step.txt': String(step) });
}
