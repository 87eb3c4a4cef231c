import { Command, Option } from 'commander';
import { createRun, endFailed, requireNewRun } from '../experiments/index.js';
import {
  recordStudy,
  studyColumns,
  studyEngine,
  studyFiles,
  type RecordedStudy,
} from '../experiments/study/index.js';
import type { Protocol } from '../control/index.js';
import { teeRecorders, terminalRecorder, type LiveRecorder } from '../recorders/node.js';
import { nodeWorkers } from '../simulator/node.js';
import {
  publishedStudy,
  quickStudy,
  requireStudySettings,
  studyProtocols,
  type StudySettings,
} from '../simulator/study/index.js';
import { examples } from './examples.js';
import { liveOf } from './liveOf.js';
import { addLiveOptions, type LiveFlags } from './liveOptions.js';
import { jsonOption, numberOption } from './options.js';
import { packageVersion } from './packageVersion.js';
import { requireLive } from './requireLive.js';
import { runFolder } from './runFolder.js';
import { stopOnSignal } from './stopOnSignal.js';
import { studyLines } from './studyLines.js';
import { textStream } from './textStream.js';

interface StudyFlags extends LiveFlags {
  readonly out: string;
  readonly quick?: true;
  readonly protocol?: Protocol;
  readonly points?: number;
  readonly steps?: number;
  readonly seed: number;
  readonly workers?: number;
  readonly json?: true;
}

/** `tfjs-thermo study`: the published toy study, measured anew beside its theory. */
export function studyCommand(): Command {
  const { points, steps, seed } = publishedStudy;
  const command = new Command('study')
    .description('the toy gas over the published grid of each protocol, beside theory and published values')
    .requiredOption('--out <folder>', 'folder of the study; made, must not hold one')
    .option(
      '--quick',
      `a grid of ${quickStudy.points} x ${quickStudy.points} and ${quickStudy.steps} steps: seconds`,
    )
    .addOption(new Option('--protocol <name>', 'one protocol only').choices(studyProtocols))
    .addOption(numberOption('--points <n>', `values of each coordinate of a grid (default: ${points})`))
    .addOption(numberOption('--steps <n>', `steps of each chain (default: ${steps})`))
    .addOption(numberOption('--seed <n>', 'decides the noise of every chain', seed))
    .addOption(numberOption('--workers <n>', 'threads; the result is the same (default: all cores)'))
    .addOption(jsonOption('the results'));
  command.addHelpText(
    'after',
    examples({
      'study --out a --quick': 'every second point, half as long',
      'study --out b --protocol fixedSphere': 'one protocol on the whole grid',
    }),
  );
  return addLiveOptions(command).action(async (flags: StudyFlags) => {
    await requireLive(flags);
    const preset = flags.quick ? quickStudy : publishedStudy;
    const { points = preset.points, steps = preset.steps, seed } = flags;
    const settings = requireStudySettings({ ...preset, points, steps, seed });
    const protocols = flags.protocol === undefined ? studyProtocols : [flags.protocol];
    const study = await recorded(settings, protocols, flags);
    const text = textStream(flags.json);
    text.write(studyLines(study));
    text.write(`report: ${studyFiles(flags.out).report}\n`);
    if (flags.json) process.stdout.write(`${JSON.stringify(summaryOf(study))}\n`);
    if (study.state === 'interrupted') process.exitCode = 130;
  });
}

async function recorded(
  settings: StudySettings,
  protocols: readonly Protocol[],
  flags: StudyFlags,
): Promise<RecordedStudy> {
  const { workers } = flags;
  const folder = runFolder(flags.out);
  requireNewRun(folder);
  const pool = nodeWorkers(workers);
  const engine = await studyEngine();
  process.stderr.write(`kernel: ${engine}\n`);
  const run = createRun(folder, {
    format: 1,
    name: 'study',
    version: packageVersion,
    backend: engine,
    createdAt: new Date().toISOString(),
    columns: [...studyColumns],
    settings: { ...settings, protocols: [...protocols] },
  });
  const total = protocols.length * settings.points ** 2;
  const terminal = terminalRecorder({ total });
  let live: LiveRecorder | null = null;
  const signal = stopOnSignal();
  try {
    live = await liveOf(run, total, flags);
    const recorder = teeRecorders(run.recorder, terminal, ...(live === null ? [] : [live]));
    const study = await recordStudy({ settings, protocols, pool, run, recorder, signal });
    await terminal.close();
    run.writeSummary(summaryOf(study));
    const { state } = study;
    await live?.close(state === 'finished' ? state : 'interrupted');
    run.end(
      state === 'finished' ? state : 'interrupted',
      ...(state === 'finished' ? [] : ['stopped by a signal']),
    );
    return study;
  } catch (error) {
    await terminal.close();
    await live?.close('failed', error instanceof Error ? error.message : String(error));
    endFailed(run, error);
    throw error;
  } finally {
    await pool.dispose();
  }
}

/** The results without the cells that they come from. */
function summaryOf({ state, durationSeconds, protocols }: RecordedStudy) {
  return {
    state,
    durationSeconds,
    results: protocols.flatMap(({ results }) => results.map((result) => ({ ...result }))),
  };
}
