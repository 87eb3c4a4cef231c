import { Command } from 'commander';
import { recordersCost } from '../experiments/benchmarks/index.js';
import { requireCount } from '../error.js';
import { selectBackend } from '../network/backend/index.js';
import { backendOption, jsonOption, numberOption } from './options.js';

/** `tfjs-thermo bench recorders`: what recording costs. */
export function benchRecordersCommand(): Command {
  return new Command('recorders')
    .description(
      'a step recorded to terminal, JSON lines, TensorBoard and the live page, against one that is not',
    )
    .addOption(backendOption())
    .addOption(numberOption('--pairs <n>', 'pairs of forty steps each', 30))
    .addOption(jsonOption())
    .action(async ({ backend, pairs, json }: { backend: string; pairs: number; json?: true }) => {
      requireCount('pairs', pairs, 2);
      const { reason } = await selectBackend({ backend });
      process.stderr.write(`backend: ${reason}\n`);
      const { ratio, standardError, milliseconds } = await recordersCost({
        pairs,
        onProgress: (share) => process.stderr.write(`measured ${Math.round(100 * share)} %\n`),
      });
      const [plain, recorded] = milliseconds;
      process.stderr.write(
        `whole step: not recorded ${plain.toPrecision(3)} ms, recorded ${recorded.toPrecision(3)} ms, ratio ${ratio.toFixed(4)} +- ${standardError.toFixed(4)}\n`,
      );
      if (json) process.stdout.write(`${JSON.stringify({ stepRatio: Number(ratio.toPrecision(5)) })}\n`);
    });
}
