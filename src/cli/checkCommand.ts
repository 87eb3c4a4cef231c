import { Command, Option } from 'commander';
import { firstExamples, loadDataset, sampleMnistFolder } from '../experiments/data/index.js';
import { gasLawCheck, gasLawRuns, leastGasLawSteps, type GasLawRun } from '../experiments/gasLaw/index.js';
import { requireCount } from '../error.js';
import type { Estimate } from '../physics/index.js';
import { selectBackend } from '../network/backend/index.js';
import { terminalRecorder } from '../recorders/node.js';
import { adiabatCheckCommand } from './adiabatCheckCommand.js';
import { lawCheckCommand, lawCheckNames } from './lawCheckCommand.js';
import { backendOption, jsonOption, numberOption } from './options.js';
import { thermostatCheckCommand } from './thermostatCheckCommand.js';

const runNames = Object.keys(gasLawRuns) as GasLawRun[];

/** Training digits that the check uses, where the folder holds as many. */
const digits = 10_000;

/** What is measured in each run, by the name it has in the JSON. */
const measured = {
  fixedLearningRate: 'Ztot',
  fixedEffectiveLearningRate: 'Ztot',
  sphere: 'pressureRatio',
} as const;

/** `tfjs-thermo check`: laws measured on a real network and on the simulated gas. */
export function checkCommand(): Command {
  const gasLaw = new Command('gas-law')
    .description('the gas law on a scale-invariant network, under the three protocols')
    .addOption(
      new Option('--data <folder>', "MNIST's IDX files").default(
        sampleMnistFolder,
        'the sample of 6,000 digits',
      ),
    )
    .addOption(new Option('--run <name>', 'one of the runs only').choices(runNames))
    .addOption(numberOption('--steps <n>', 'steps of each run, in place of its own'))
    .addOption(numberOption('--seed <n>', 'decides weights and batches', 1))
    .addOption(backendOption())
    .addOption(jsonOption())
    .action(
      async (flags: {
        data: string;
        run?: GasLawRun;
        steps?: number;
        seed: number;
        backend: string;
        json?: true;
      }) => {
        requireCount('seed', flags.seed, 0);
        const runs = flags.run === undefined ? runNames : [flags.run];
        if (flags.steps !== undefined) requireCount('steps', flags.steps, leastGasLawSteps);
        const dataset = await loadDataset(flags.data);
        const { reason } = await selectBackend({ backend: flags.backend });
        process.stderr.write(`backend: ${reason}\n`);
        const count = Math.min(digits, dataset.train.labels.length);
        const used = firstExamples(dataset, { train: count });
        const result: Record<string, Record<string, number>> = {};
        for (const run of runs) {
          const estimate = await measure(run, used, flags);
          result[run] = {
            [measured[run]]: round(estimate.value),
            standardError: round(estimate.standardError),
          };
          process.stderr.write(
            `${run}: ${measured[run]} = ${estimate.value.toFixed(4)} +- ${estimate.standardError.toFixed(4)} (law: 1)\n`,
          );
        }
        if (flags.json) process.stdout.write(`${JSON.stringify(result)}\n`);
      },
    );
  const check = new Command('check')
    .description('measure a law of the theory')
    .addCommand(gasLaw)
    .addCommand(thermostatCheckCommand())
    .addCommand(adiabatCheckCommand());
  for (const name of lawCheckNames) check.addCommand(lawCheckCommand(name));
  return check;
}

async function measure(
  run: GasLawRun,
  dataset: Parameters<typeof gasLawCheck>[1]['dataset'],
  { steps, seed }: { readonly steps?: number; readonly seed: number },
): Promise<Estimate> {
  const terminal = terminalRecorder({ total: steps ?? gasLawRuns[run].steps });
  try {
    return await gasLawCheck(run, {
      dataset,
      seed,
      recorder: terminal,
      ...(steps === undefined ? {} : { steps }),
    });
  } finally {
    await terminal.close();
  }
}

function round(value: number): number {
  return Number(value.toPrecision(5));
}
