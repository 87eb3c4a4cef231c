import { Command } from 'commander';
import envPaths from 'env-paths';
import { resolve } from 'node:path';
import { ThermoError } from '../error.js';
import {
  createRun,
  downloadMnist,
  latestCheckpoint,
  loadDataset,
  monitorColumns,
  openRun,
  resumeRun,
  runFiles,
  sampleMnistFolder,
  settingsOf,
  writeReport,
  type Dataset,
  type Run,
} from '../experiments/index.js';
import {
  defaultTrainSettings as defaults,
  train,
  trainSettings,
  trainSettingsSchema,
  type TrainSettings,
} from '../experiments/training/index.js';
import { networks } from '../experiments/networks/index.js';
import { DivergenceError } from '../control/index.js';
import { selectBackend } from '../network/backend/index.js';
import { teeRecorders, terminalRecorder } from '../recorders/node.js';
import { backendOption, numberOption } from './options.js';
import { packageVersion } from './packageVersion.js';
import { stopOnSignal } from './stopOnSignal.js';

interface TrainFlags extends Partial<TrainSettings> {
  readonly out?: string;
  readonly resume?: true;
  readonly download?: true;
  readonly backend: string;
}

/** `tfjs-thermo train`: the main job. */
export function trainCommand(): Command {
  return new Command('train')
    .description(
      'train a network on real digits as a gas: an isotherm until equilibrium, then an adiabat that cools it',
    )
    .option('--out <folder>', 'folder of the run; made, must not hold one (default: runs/<time>)')
    .option(
      '--resume',
      'go on with the run in --out from its last checkpoint, with the settings it was begun with',
    )
    .option(
      '--network <name>',
      `${networks.map(({ name, summary }) => `${name}: ${summary}`).join('; ')}`,
      defaults.network,
    )
    .option(
      '--data <folder>',
      "MNIST's IDX files or CIFAR-10's binary batches (default: the sample of 6,000 digits)",
    )
    .option('--download', 'fetch all of MNIST (11 MB) into --data or a cache of yours, and train on it')
    .addOption(backendOption())
    .addOption(numberOption('--steps <n>', 'steps at most; the run ends with its process', defaults.steps))
    .addOption(numberOption('--seed <n>', 'decides weights and batches', defaults.seed))
    .addOption(numberOption('--batch-size <n>', 'images a step', defaults.batchSize))
    .addOption(
      numberOption(
        '--effective-learning-rate <x>',
        'eta_eff of the isotherm',
        defaults.effectiveLearningRate,
      ),
    )
    .addOption(
      numberOption('--weight-decay <x>', 'lambda of the isotherm: the pressure', defaults.weightDecay),
    )
    .addOption(numberOption('--momentum <a>', 'in [0, 1)', defaults.momentum))
    .addOption(
      numberOption('--other-learning-rate <x>', 'of what is not scale-invariant', defaults.otherLearningRate),
    )
    .addOption(numberOption('--tolerance <x>', '|Z_tot - 1| that counts as equilibrium', defaults.tolerance))
    .addOption(numberOption('--cooling-steps <n>', 'steps of the adiabat (default: half of --steps)'))
    .addOption(
      numberOption(
        '--temperature-ratio <x>',
        'T at the end of the adiabat over T at its start',
        defaults.temperatureRatio,
      ),
    )
    .addOption(numberOption('--every <n>', 'steps between readings', defaults.every))
    .addOption(numberOption('--noise-every <n>', 'steps between noise estimates', defaults.noiseEvery))
    .addOption(
      numberOption('--noise-decay <x>', 'memory of the noise average, in [0, 1)', defaults.noiseDecay),
    )
    .addOption(
      numberOption('--checkpoint-every <n>', 'steps between checkpoints and tests', defaults.checkpointEvery),
    )
    .action(async (flags: TrainFlags) => {
      const { out, resume, download, backend, ...given } = flags;
      if (resume && out === undefined)
        throw new ThermoError('--resume is given without --out: name the folder of the run');
      const data = download ? await downloaded(given.data) : resolve(given.data ?? sampleMnistFolder);
      const settings = resume ? savedSettings(out!) : trainSettings({ ...given, data });
      const dataset = await loadDataset(settings.data);
      const { name, reason } = await selectBackend({
        backend: resume ? savedBackend(out!, backend) : backend,
      });
      process.stderr.write(`backend: ${reason}\n`);
      const folder = out ?? `runs/${new Date().toISOString().slice(0, 19).replaceAll(':', '-')}`;
      await run(settings, dataset, name, folder, resume ?? false);
    });
}

async function run(
  settings: TrainSettings,
  dataset: Dataset,
  backend: string,
  folder: string,
  resume: boolean,
): Promise<void> {
  const checkpoint = resume ? latestCheckpoint(runFiles(folder).checkpoints) : null;
  const run = resume ? resumeRun(folder, checkpoint?.step ?? 0) : begin(settings, backend, folder);
  for (const note of run.notes) process.stderr.write(`${note}\n`);
  if (resume) process.stderr.write(`resumed at step ${checkpoint?.step ?? 0}\n`);
  const terminal = terminalRecorder({ total: settings.steps });
  const signal = stopOnSignal();
  const start = Date.now();
  try {
    const recorder = teeRecorders(run.recorder, terminal);
    const result = await train(settings, dataset, { run, recorder, signal, checkpoint });
    await terminal.close();
    const { state, ...results } = result;
    run.writeSummary({ ...results, durationSeconds: Math.round((Date.now() - start) / 100) / 10 });
    run.end(state, ...(state === 'interrupted' ? ['stopped by a signal'] : []));
    const report = writeReport(folder);
    process.stdout.write(
      `${state} after ${result.steps} steps: test accuracy ${(100 * result.testAccuracy).toFixed(2)} %\nreport: ${report}\n`,
    );
    if (state === 'interrupted') {
      process.stdout.write(`go on with: npx tfjs-thermo train --out ${JSON.stringify(folder)} --resume\n`);
      process.exitCode = 130;
    }
  } catch (error) {
    await terminal.close();
    endFailed(run, error);
    throw error;
  }
}

/** Says in the folder why the run failed, and draws what was recorded until then. */
function endFailed(run: Run, error: unknown): void {
  try {
    run.end('failed', error instanceof Error ? error.message : String(error));
    if (error instanceof DivergenceError) writeReport(run.folder);
  } catch (second) {
    // On a full disk this fails for the reason that is reported already; the folder then opens as interrupted.
    if (!(second instanceof ThermoError)) throw second;
  }
}

function begin(settings: TrainSettings, backend: string, folder: string): Run {
  return createRun(folder, {
    format: 1,
    name: 'train',
    version: packageVersion,
    backend,
    createdAt: new Date().toISOString(),
    columns: [...monitorColumns, 'testLoss'],
    settings,
  });
}

function savedSettings(folder: string): TrainSettings {
  return settingsOf(openRun(folder).config, trainSettingsSchema);
}

/** A run goes on with the backend it began on, since only there its weights are the same to the last bit. */
function savedBackend(folder: string, asked: string): string {
  return asked === 'auto' ? openRun(folder).config.backend : asked;
}

async function downloaded(folder: string | undefined): Promise<string> {
  const target = folder ?? `${envPaths('tfjs-thermo', { suffix: '' }).cache}/mnist`;
  await downloadMnist(target, { onFetch: (address) => process.stderr.write(`fetching ${address}\n`) });
  return target;
}
