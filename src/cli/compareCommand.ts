import { Command } from 'commander';
import {
  builtInCandidates,
  candidatesNamed,
  compare,
  comparedSteps,
  compareSettings,
  defaultCompareSettings as defaults,
  quickCompareSettings,
  readComparison,
  requireCandidates,
  requireComparisonFolder,
  type CompareSettings,
} from '../experiments/compare/index.js';
import { loadDataset } from '../experiments/data/index.js';
import { networks } from '../experiments/networks/index.js';
import { ThermoError } from '../error.js';
import { selectBackend } from '../network/backend/index.js';
import { terminalRecorder } from '../recorders/node.js';
import { compareLines } from './compareLines.js';
import { dataFolder } from './dataFolder.js';
import { examples } from './examples.js';
import { flagOf } from './flagOf.js';
import { backendOption, jsonOption, numberOption } from './options.js';
import { packageVersion } from './packageVersion.js';
import { requireBatch } from './requireBatch.js';
import { runFolder } from './runFolder.js';
import { stopOnSignal } from './stopOnSignal.js';
import { textStream } from './textStream.js';

interface CompareFlags extends Partial<Omit<CompareSettings, 'data'>> {
  readonly out: string;
  readonly resume?: true;
  readonly quick?: true;
  readonly json?: true;
  readonly data?: string;
  readonly candidates?: string;
  readonly backend: string;
}

/** What all runs share, and which candidates are run. */
interface Begun {
  readonly settings: CompareSettings;
  readonly candidates: ReturnType<typeof candidatesNamed>;
  readonly backend: string;
}

/** `tfjs-thermo compare`: one network on the same data under several schedules and seeds. */
export function compareCommand(): Command {
  const known = builtInCandidates.map(({ name }) => name);
  const command = new Command('compare')
    .description(
      'train one network on the same data under several schedules and seeds: one table, one picture',
    )
    .requiredOption('--out <folder>', 'folder of the comparison; made, must not hold one')
    .option('--resume', 'go on with the comparison in --out, with the settings it was begun with')
    .option('--candidates <names>', `some of ${known.join(', ')}, parted by commas (default: all)`)
    .option(
      '--network <name>',
      `${networks.map(({ name, summary }) => `${name}: ${summary}`).join('; ')} (default: ${defaults.network})`,
    )
    .option(
      '--data <folder>',
      "MNIST's IDX files or CIFAR-10's binary batches (default: the sample of 6,000 digits)",
    )
    .option('--quick', `two seeds and ${quickCompareSettings.steps} steps: minutes, to see that all is well`);
  settingOptions().forEach((option) => command.addOption(option));
  return command
    .addOption(backendOption())
    .addOption(jsonOption('the results'))
    .addHelpText(
      'after',
      examples({
        'compare --out a --quick': 'all candidates, in short',
        'compare --out b --candidates cosine,adiabatic-annealing': 'two of them',
        'compare --out b --resume': 'go on with it where it was broken off',
      }),
    )
    .action(async (flags: CompareFlags) => {
      const { json } = flags;
      const out = runFolder(flags.out);
      const { settings, candidates, backend } = flags.resume ? resumed(command, out) : begun(flags);
      const names = candidates.map(({ name }) => name);
      requireCandidates(candidates, settings);
      requireComparisonFolder(out, { candidates: names, settings });
      const dataset = await loadDataset(settings.data);
      requireBatch(settings.batchSize, dataset);
      const { name, reason } = await selectBackend({ backend });
      process.stderr.write(`backend: ${reason}\n`);
      const total = comparedSteps({ candidates, settings });
      process.stderr.write(`${candidates.length} candidates, ${total} steps in all, into ${out}\n`);
      const recorder = terminalRecorder({ total });
      try {
        const comparison = await compare({
          candidates,
          dataset,
          settings,
          folder: out,
          backend: name,
          version: packageVersion,
          recorder,
          signal: stopOnSignal(),
        });
        await recorder.close();
        const text = textStream(json);
        text.write(compareLines(comparison));
        text.write(`report: ${out}/report.html\n`);
        if (json) process.stdout.write(`${JSON.stringify(comparison)}\n`);
        if (comparison.state === 'interrupted') {
          text.write(`go on with: npx tfjs-thermo compare --out ${JSON.stringify(out)} --resume\n`);
          process.exitCode = 130;
        }
      } finally {
        await recorder.close();
      }
    });
}

/** The numeric settings as options; their defaults are filled in later, as `--quick` changes some. */
function settingOptions() {
  const { seeds, steps, tuningSteps, batchSize, otherLearningRate, every, checkpointEvery } = defaults;
  return [
    numberOption('--seeds <n>', `runs of each candidate at its best rate (default: ${seeds})`),
    numberOption('--steps <n>', `steps of each of them (default: ${steps})`),
    numberOption('--tuning-steps <n>', `steps of each run that tries a rate (default: ${tuningSteps})`),
    numberOption('--validation-share <x>', 'share of the training images that rates are judged on'),
    numberOption('--batch-size <n>', `images a step (default: ${batchSize})`),
    numberOption(
      '--other-learning-rate <x>',
      `of what is not scale-invariant, for all candidates (default: ${otherLearningRate})`,
    ),
    numberOption('--every <n>', `steps between readings (default: ${every})`),
    numberOption(
      '--checkpoint-every <n>',
      `steps between checkpoints and tests (default: ${checkpointEvery})`,
    ),
    numberOption('--target <x>', 'test accuracy whose first step is told'),
  ];
}

function begun(flags: CompareFlags): Begun {
  const { out: _, resume: __, json: ___, quick, candidates, backend, data, ...given } = flags;
  const chosen =
    candidates === undefined
      ? builtInCandidates
      : candidatesNamed(candidates.split(',').map((name) => name.trim()));
  const preset = quick ? quickCompareSettings : {};
  const settings = compareSettings({ ...preset, ...given, data: dataFolder(data) }, flagOf);
  return { settings, candidates: chosen, backend };
}

/** What a comparison was begun with. @throws ThermoError when settings are given, which would be ignored. */
function resumed(command: Command, folder: string): Begun {
  const told = new Set(['out', 'resume', 'json']);
  const ignored = command.options.filter((option) => {
    const name = option.attributeName();
    return !told.has(name) && command.getOptionValueSource(name) === 'cli';
  });
  if (ignored.length > 0) {
    throw new ThermoError(
      `--resume goes on with the settings the comparison was begun with: leave out ${ignored.map(({ long }) => long).join(', ')}, or begin another`,
    );
  }
  const { settings, candidates, backend } = readComparison(folder);
  return { settings, candidates: candidatesNamed(candidates), backend };
}
