import { Command } from 'commander';
import { join } from 'node:path';
import { ThermoError } from '../error.js';
import {
  createRun,
  downloadMnist,
  latestCheckpoint,
  loadDataset,
  monitorColumns,
  openRun,
  requireNewRun,
  resumeRun,
  runFiles,
  settingsOf,
  endFailed,
  tryReport,
  type Checkpoint,
  type Dataset,
  type Run,
  type RunEnd,
} from '../experiments/index.js';
import {
  defaultTrainSettings as defaults,
  train,
  trainSettings,
  trainSettingsSchema,
  type TrainSettings,
} from '../experiments/training/index.js';
import { networks } from '../experiments/networks/index.js';
import { cacheFolder } from '../network/backend/cache/cacheFolder.js';
import { selectBackend } from '../network/backend/index.js';
import { teeTelling } from '../control/index.js';
import { terminalRecorder, type LiveRecorder, type TensorboardRecorder } from '../recorders/node.js';
import { dataFolder } from './dataFolder.js';
import { examples } from './examples.js';
import { flagOf } from './flagOf.js';
import { guardWarning } from './guardWarning.js';
import { liveOf } from './liveOf.js';
import { addLiveOptions, liveFlagNames, partedFromLive, type LiveFlags } from './liveOptions.js';
import { backendOption } from './options.js';
import { packageVersion } from './packageVersion.js';
import { reportLine } from './reportLine.js';
import { requireBatch } from './requireBatch.js';
import { requireLive } from './requireLive.js';
import { runFolder } from './runFolder.js';
import { settingOptions } from './settingOptions.js';
import { stopOnSignal } from './stopOnSignal.js';
import { tensorboardOf } from './tensorboardOf.js';

interface TrainFlags extends Partial<TrainSettings>, LiveFlags {
  readonly out?: string;
  readonly resume?: true;
  readonly download?: true;
  readonly tensorboard?: true;
  readonly backend: string;
}

/** `tfjs-thermo train`: the main job. */
export function trainCommand(): Command {
  const command = new Command('train')
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
    .option('--tensorboard', "write for TensorBoard too, into the run folder's tensorboard/")
    .addOption(backendOption())
    .addHelpText(
      'after',
      examples({
        'train --out a': 'the main job, into the folder a',
        'train --out a --resume': 'go on with it where it was broken off',
        'train --steps 400 --live': 'a short one, shown on a page while it goes on',
      }),
    );
  addLiveOptions(command);
  settingOptions().forEach((option) => command.addOption(option));
  return command.action(async (flags: TrainFlags) => {
    const { page, given: withoutPage } = partedFromLive(flags);
    await requireLive(page);
    const { out, resume, download, backend, tensorboard, ...given } = withoutPage;
    const folder = runFolder(out);
    if (resume) requireResumable(command, out);
    else requireNewRun(folder);
    const data = dataFolder(given.data, download ? mnistCache() : undefined);
    const settings = resume ? savedSettings(folder) : trainSettings({ ...given, data }, flagOf);
    if (download) await downloadMnist(data, { onFetch: (address) => say(`fetching ${address}`) });
    const dataset = await loadDataset(settings.data);
    requireBatch(settings.batchSize, dataset);
    const resumed = resume ? { checkpoint: latestCheckpoint(runFiles(folder).checkpoints) } : null;
    const { name, reason } = await selectBackend({
      backend: resume ? savedBackend(folder, backend) : backend,
    });
    say(`backend: ${reason}`);
    if (name === 'cpu') say('this is slow: `npx tfjs-thermo doctor` says what would make it faster');
    await run(settings, dataset, name, folder, resumed, tensorboard ?? false, page);
  });
}

/** What a resumed run may be told anew; all else it was begun with. */
const resumable = new Set(['out', 'resume', 'backend', 'tensorboard', ...liveFlagNames]);

/** Refuses to resume no folder, or with settings, which would be ignored. */
function requireResumable(command: Command, out: string | undefined): void {
  if (out === undefined) {
    throw new ThermoError('--resume is given without --out: name the folder of the run');
  }
  const ignored = command.options.filter((option) => {
    const name = option.attributeName();
    return !resumable.has(name) && command.getOptionValueSource(name) === 'cli';
  });
  if (ignored.length > 0) {
    throw new ThermoError(
      `--resume goes on with the settings the run was begun with: leave out ${ignored.map(({ long }) => long).join(', ')}, or begin another run`,
    );
  }
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

async function run(
  settings: TrainSettings,
  dataset: Dataset,
  backend: string,
  folder: string,
  resumed: { readonly checkpoint: Checkpoint | null } | null,
  tensorboardAsked: boolean,
  page: LiveFlags,
): Promise<void> {
  const checkpoint = resumed?.checkpoint ?? null;
  const run = resumed ? resumeRun(folder, checkpoint?.step ?? 0) : begin(settings, backend, folder);
  run.notes.forEach(say);
  checkpoint?.passedOver.forEach((step) => say(`the checkpoint of step ${step} is damaged and passed over`));
  if (resumed) say(`resumed at step ${checkpoint?.step ?? 0}`);
  say(
    `training for ${settings.steps} steps at most, into ${run.folder}; the first reading comes within ${settings.every}`,
  );
  const terminal = terminalRecorder({ total: settings.steps });
  const signal = stopOnSignal();
  const start = Date.now();
  let tensorboard: TensorboardRecorder | null = null;
  let live: LiveRecorder | null = null;
  try {
    tensorboard = tensorboardOf(run, tensorboardAsked);
    live = await liveOf(run, settings.steps, page);
    const recorder = teeTelling(
      run.tell,
      run.recorder,
      terminal,
      guardWarning(say),
      ...(tensorboard === null ? [] : [tensorboard]),
      ...(live === null ? [] : [live]),
    );
    const result = await train(settings, dataset, { run, recorder, signal, checkpoint });
    await terminal.close();
    const { state, ...results } = result;
    endTensorboard(run, tensorboard, state);
    await live?.close(state);
    run.writeSummary({ ...results, durationSeconds: Math.round((Date.now() - start) / 100) / 10 });
    run.end(state, ...(state === 'interrupted' ? ['stopped by a signal'] : []));
    const report = tryReport(run);
    process.stdout.write(
      `${state} after ${result.steps} steps: test accuracy ${(100 * result.testAccuracy).toFixed(2)} %\n${reportLine(report)}`,
    );
    if (state === 'interrupted') {
      process.stdout.write(`go on with: npx tfjs-thermo train --out ${JSON.stringify(folder)} --resume\n`);
      process.exitCode = 130;
    }
  } catch (error) {
    await terminal.close();
    endTensorboard(run, tensorboard, 'failed');
    await live?.close('failed', error instanceof Error ? error.message : String(error));
    endFailed(run, error);
    throw error;
  }
}

/** TensorBoard's files are beside the run's own: one that cannot be ended is told of, and fails no run. */
function endTensorboard(run: Run, recorder: TensorboardRecorder | null, state: RunEnd): void {
  try {
    recorder?.close(state);
  } catch (error) {
    run.tell('TensorBoard', 'at the end', error);
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
  const { config, status } = openRun(folder);
  if (status.state === 'running') {
    throw new ThermoError(
      `the run in ${folder} still goes on: let it end, stop it with Ctrl-C, or remove ${runFiles(folder).lock} if no such run is going on`,
    );
  }
  if (config.name !== 'train') {
    throw new ThermoError(
      `${folder} holds a ${config.name} run, and --resume goes on with trainings: name the folder of one`,
    );
  }
  return settingsOf(config, trainSettingsSchema);
}

/** A run goes on with the backend it began on, since only there its weights are the same to the last bit. */
function savedBackend(folder: string, asked: string): string {
  return asked === 'auto' ? openRun(folder).config.backend : asked;
}

/** Where all of MNIST is kept unless told otherwise. */
function mnistCache(): string {
  return join(cacheFolder(), 'mnist');
}
