import { Command } from 'commander';
import { thermalizeCost, type PairedRatio } from '../experiments/benchmarks/index.js';
import { selectBackend } from '../network/backend/index.js';
import { backendOption, jsonOption } from './options.js';

/** `tfjs-thermo bench thermalize`: what a schedule, weight decay and clipping cost on the optimizers of tf.train. */
export function benchThermalizeCommand(): Command {
  return new Command('thermalize')
    .description('whole training steps of thermalized optimizers against those of the plain ones')
    .addOption(backendOption())
    .addOption(jsonOption())
    .action(async ({ backend, json }: { backend: string; json?: true }) => {
      const { reason } = await selectBackend({ backend });
      process.stderr.write(`backend: ${reason}\n`);
      const cost = Object.entries(
        await thermalizeCost({
          onProgress: (share) => process.stderr.write(`measured ${Math.round(100 * share)} %\n`),
        }),
      );
      cost.forEach(([name, ratio]) => process.stderr.write(costLine(name, ratio)));
      if (json) {
        const stepRatio = Object.fromEntries(cost.map(([name, { ratio }]) => [name, ratio]));
        process.stdout.write(`${JSON.stringify({ stepRatio })}\n`);
      }
    });
}

function costLine(
  name: string,
  { ratio, standardError, milliseconds: [plain, thermalized] }: PairedRatio,
): string {
  return `${name}: plain ${plain.toPrecision(3)} ms, thermalized ${thermalized.toPrecision(3)} ms, ratio ${ratio.toFixed(3)} +- ${standardError.toFixed(3)}\n`;
}
