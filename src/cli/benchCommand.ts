import { Command } from 'commander';
import { optimizerCost } from '../experiments/benchmarks/index.js';
import { selectBackend } from '../network/backend/index.js';
import { backendOption } from './options.js';

/** `tfjs-thermo bench`: what the product costs, as ratios within one run. */
export function benchCommand(): Command {
  const optimizer = new Command('optimizer')
    .description('ThermoSGD and the monitor against tf.train.momentum: whole steps, and applyGradients alone')
    .addOption(backendOption())
    .option('--json', 'print the result as one line of JSON, last')
    .action(async ({ backend, json }: { backend: string; json?: true }) => {
      const { reason } = await selectBackend({ backend });
      process.stderr.write(`backend: ${reason}\n`);
      const cost = await optimizerCost({
        onProgress: (share) => process.stderr.write(`measured ${Math.round(100 * share)} %\n`),
      });
      const { step, apply } = cost.milliseconds;
      process.stderr.write(
        `whole step: momentum ${step[0].toFixed(1)} ms, ThermoSGD with monitor ${step[1].toFixed(1)} ms, ratio ${cost.stepRatio.toFixed(3)}\n` +
          `applyGradients: momentum ${apply[0].toFixed(2)} ms, ThermoSGD ${apply[1].toFixed(2)} ms, ratio ${cost.applyRatio.toFixed(3)}\n`,
      );
      if (json) {
        const { stepRatio, applyRatio } = cost;
        process.stdout.write(`${JSON.stringify({ stepRatio, applyRatio })}\n`);
      }
    });
  return new Command('bench').description('measure what the product costs').addCommand(optimizer);
}
