import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { requireCount } from '../../error.js';
import { ThermoMonitor, ThermoSGD } from '../../network/index.js';
import {
  jsonLinesRecorder,
  LiveRecorder,
  teeRecorders,
  tensorboardRecorder,
  terminalRecorder,
  type Recorder,
} from '../../recorders/node.js';
import { alternatingRatio, warmUps, type TimedSteps } from './alternatingRatio.js';
import type { PairedRatio } from './pairedRatio.js';
import { trainedNet } from './trainedNet.js';

/** Steps in a turn: after the warm-up the monitor at its default cadence reads once in each, in its middle. */
const turnSteps = 20;
/** Steps in a pair: each is first once. */
const pairSteps = 2 * turnSteps;

/** How long to measure. */
export interface RecordersCostOptions {
  /** Pairs of forty steps each; default 30. */
  readonly pairs?: number;
  /** Called after each pair with the share done. */
  readonly onProgress?: (share: number) => void;
}

/**
 * A whole training step, watched by a monitor at its default cadence that records to the terminal, JSON lines, TensorBoard and
 * the live page with a viewer on it, over one that is watched by a monitor without recorders. They take turns of the twenty steps
 * between two readings, so that what goes on in the background after a reading falls on the side that caused it.
 *
 * @throws ThermoError when `pairs` is not a whole number of at least 2
 */
export async function recordersCost(options: RecordersCostOptions = {}): Promise<PairedRatio> {
  const { onProgress = () => {} } = options;
  const pairs = requireCount('pairs', options.pairs ?? 30, 2);
  const folder = mkdtempSync(join(tmpdir(), 'tfjs-thermo-recorders-'));
  const live = new LiveRecorder({ port: 0, total: pairs * pairSteps });
  const viewer = spawn(process.execPath, ['-e', viewerScript, await live.address], { stdio: 'ignore' });
  const recorder = teeRecorders(
    terminalRecorder({ total: warmUps + pairs * pairSteps }),
    jsonLinesRecorder(join(folder, 'points.jsonl')),
    tensorboardRecorder({ folder: join(folder, 'tensorboard') }),
    live,
  );
  const [unrecorded, recorded] = [watched([]), watched([recorder])];
  const both: TimedSteps = [unrecorded.step, recorded.step];
  try {
    return await alternatingRatio(both, { pairs, pairSteps, turnSteps, onProgress });
  } finally {
    unrecorded.dispose();
    recorded.dispose();
    await recorder.close();
    viewer.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A viewer in a process of its own. */
const viewerScript = "fetch(new URL('/events', process.argv[1])).then((r) => r.text())";

function watched(recorders: readonly Recorder[]): { step(): Promise<void>; dispose(): void } {
  const net = trainedNet(
    (model) =>
      new ThermoSGD({ effectiveLearningRate: 1e-4, weightDecay: 1e-3, momentum: 0.9, invariant: model }),
  );
  const monitor = new ThermoMonitor({ model: net.model, recorders });
  return {
    async step() {
      await net.step();
      await monitor.step();
    },
    dispose() {
      monitor.dispose();
      net.dispose();
    },
  };
}
