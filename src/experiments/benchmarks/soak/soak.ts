import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { requirePositive } from '../../../error.js';
import {
  csvRecorder,
  jsonLinesRecorder,
  LiveRecorder,
  teeRecorders,
  tensorboardRecorder,
} from '../../../recorders/node.js';
import { growthOf, sampleMemory, type Growth, type MemorySample } from './memory.js';
import { pointsInFiles, soakFiles, type PointsInFiles } from './pointsInFiles.js';
import { soakTraining } from './soakTraining.js';
import { viewers, type ViewersReport } from './viewers.js';

/** Steps a second at most: so many leave a slow machine some of its time. */
const pace = 30;
/** Steps before the first sample, after which all is allocated that a training needs. */
const warmUps = 100;
/** Minutes between two samples, at most a tenth of the whole. */
const sampleEvery = 1;

/** How long to soak. */
export interface SoakOptions {
  /** Default 30. */
  readonly minutes?: number;
  /** Ends it with what was measured until then. */
  readonly signal?: AbortSignal;
  /** Told each sample of the memory, with the points recorded so far. */
  readonly onSample?: (sample: MemorySample, points: number) => void;
}

/** What came of a soak. */
export interface Soak {
  readonly minutes: number;
  /** Points recorded, those that stand in the files, and those that viewers of the live page have seen. */
  readonly points: {
    readonly recorded: number;
    readonly inFiles: PointsInFiles;
    readonly seen: ViewersReport;
  };
  /** Of the whole process, in which the page's history grows as points come; and of the training's JavaScript. Null where there are too few samples. */
  readonly growth: { readonly resident: Growth | null; readonly heap: Growth | null };
  /** Tensors at the last sample over those at the first. */
  readonly leakedTensors: number;
}

/**
 * Trains a small network for long, each step of it recorded to JSON lines, CSV, TensorBoard and the live page, which is looked
 * at by three viewers: one normal, one slow, one that comes and goes. Counts what came of each point, and samples memory and
 * tensors once a minute.
 *
 * @throws ThermoError when `minutes` is not greater than 0
 */
export async function soak(options: SoakOptions = {}): Promise<Soak> {
  const { signal, onSample = () => {} } = options;
  const minutes = requirePositive('minutes', options.minutes ?? 30);
  const folder = mkdtempSync(join(tmpdir(), 'tfjs-thermo-soak-'));
  const files = soakFiles(folder);
  const live = new LiveRecorder({ port: 0, name: 'soak' });
  const watching = viewers(await live.address);
  let recorded = 0;
  const recorder = teeRecorders(
    { record: () => void (recorded += 1), close: () => {} },
    jsonLinesRecorder(files.jsonLines),
    csvRecorder(files.csv),
    tensorboardRecorder({ folder: files.tensorboard }),
    live,
  );
  const training = soakTraining(recorder);
  const samples: MemorySample[] = [];
  let nextSample = 0;
  const start = performance.now();
  const minutesSince = (): number => (performance.now() - start) / 60_000;
  const isOver = (): boolean => minutesSince() >= minutes || signal?.aborted === true;
  try {
    for (let step = 1; !isOver(); step += 1) {
      const due = performance.now() + 1000 / pace;
      await training.step();
      if (step >= warmUps && minutesSince() >= nextSample) {
        nextSample = minutesSince() + Math.min(sampleEvery, minutes / 10);
        samples.push(sampleMemory(minutesSince()));
        onSample(samples.at(-1)!, recorded);
      }
      await wait(Math.max(0, due - performance.now()));
    }
    const seen = await watching.report(recorded);
    await recorder.close();
    return {
      minutes: minutesSince(),
      points: { recorded, inFiles: pointsInFiles(folder), seen },
      growth: { resident: growthOf(samples, 'resident'), heap: growthOf(samples, 'heap') },
      leakedTensors: samples.length === 0 ? 0 : samples.at(-1)!.tensors - samples[0]!.tensors,
    };
  } finally {
    training.dispose();
    watching.end();
    await live.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
