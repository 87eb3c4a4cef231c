import { Command, Option } from 'commander';
import { loadDataset, sampleMnistFolder } from '../experiments/data/index.js';
import type { NetworkCheckOptions } from '../experiments/networkChecks/index.js';
import type { LawResult } from '../experiments/laws/index.js';
import { selectBackend } from '../network/backend/index.js';
import { requireCount, ThermoError } from '../error.js';
import { lawLines } from './lawLines.js';
import { backendOption, jsonOption, numberOption } from './options.js';
import { shareProgress } from './shareProgress.js';
import { stopOnSignal } from './stopOnSignal.js';
import { textStream } from './textStream.js';

/** Each takes minutes. */
const mostSeeds = 1000;

/** A check on a real network: what is measured once a seed, what that comes to, and how it is shown. */
export interface NetworkCheckCommand<Measured> {
  readonly name: string;
  readonly description: string;
  /** Options of this check alone. */
  readonly options: readonly Option[];
  /** Reads the options, refusing what is wrong, and gives what measures. */
  measure(
    flags: Readonly<Record<string, unknown>>,
  ): (options: NetworkCheckOptions) => AsyncIterable<Measured>;
  results(measured: readonly Measured[]): readonly LawResult[];
  /** What stands above the table of results; of one at least. */
  lines(measured: readonly Measured[]): string;
}

/** `tfjs-thermo check thermostat` and its sibling: a law measured on a real network, over several seeds. */
export function networkCheckCommand<Measured>(check: NetworkCheckCommand<Measured>): Command {
  const command = new Command(check.name)
    .description(check.description)
    .addOption(
      new Option('--data <folder>', "MNIST's IDX files").default(
        sampleMnistFolder,
        'the sample of 6,000 digits',
      ),
    )
    .addOption(numberOption('--seed <n>', 'the first seed', 1))
    .addOption(numberOption('--seeds <n>', 'how many seeds; 1 for a quick look', 3))
    .addOption(backendOption())
    .addOption(jsonOption());
  for (const option of check.options) command.addOption(option);
  return command.action(async (flags: Flags) => {
    const first = requireCount('seed', flags.seed, 0);
    const count = requireCount('seeds', flags.seeds);
    if (count > mostSeeds) throw new ThermoError(`seeds is ${count}: pass at most ${mostSeeds}`);
    const seeds = Array.from({ length: count }, (_, index) => first + index);
    const measure = check.measure({ ...flags });
    const dataset = await loadDataset(flags.data);
    const { reason } = await selectBackend({ backend: flags.backend });
    process.stderr.write(`backend: ${reason}\n`);
    const signal = stopOnSignal();
    const progress = shareProgress(check.name);
    const measured: Measured[] = [];
    try {
      const options = { dataset, seeds, signal, onProgress: progress.show };
      for await (const one of measure(options)) measured.push(one);
    } catch (error) {
      if (!signal.aborted) throw error;
    } finally {
      progress.clear();
    }
    const results = check.results(measured);
    const text = textStream(flags.json);
    if (measured.length > 0) text.write(`${check.lines(measured)}${lawLines(results)}`);
    if (signal.aborted) {
      text.write(`interrupted: ${measured.length} of ${seeds.length} seeds were measured\n`);
    }
    const state = signal.aborted ? 'interrupted' : 'finished';
    if (flags.json) process.stdout.write(`${JSON.stringify({ state, results, measured })}\n`);
    const failed = results.some(({ verdict }) => verdict === 'outside');
    process.exitCode = signal.aborted ? 130 : Number(failed);
  });
}

interface Flags {
  readonly data: string;
  readonly seed: number;
  readonly seeds: number;
  readonly backend: string;
  readonly json?: true;
}
