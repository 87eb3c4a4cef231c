import { Command } from 'commander';
import { optimizerCost, type PairedRatio } from '../experiments/benchmarks/index.js';
import { selectBackend } from '../network/backend/index.js';
import { benchEntropyCommand } from './benchEntropyCommand.js';
import { benchRecordersCommand } from './benchRecordersCommand.js';
import { benchSimulatorCommand } from './benchSimulatorCommand.js';
import { benchSoakCommand } from './benchSoakCommand.js';
import { benchThermalizeCommand } from './benchThermalizeCommand.js';
import { backendOption, jsonOption } from './options.js';

/** `tfjs-thermo bench`: what the product costs, as ratios within one run. */
export function benchCommand(): Command {
  const optimizer = new Command('optimizer')
    .description('ThermoSGD and the monitor against tf.train.momentum: whole steps, and applyGradients alone')
    .addOption(backendOption())
    .addOption(jsonOption())
    .action(async ({ backend, json }: { backend: string; json?: true }) => {
      const { reason } = await selectBackend({ backend });
      process.stderr.write(`backend: ${reason}\n`);
      const cost = await optimizerCost({
        onProgress: (share) => process.stderr.write(`measured ${Math.round(100 * share)} %\n`),
      });
      process.stderr.write(
        `${costLine('whole step, monitor included', cost.step)}${costLine('applyGradients', cost.apply)}`,
      );
      if (json) {
        process.stdout.write(
          `${JSON.stringify({ stepRatio: cost.step.ratio, applyRatio: cost.apply.ratio })}\n`,
        );
      }
    });
  return new Command('bench')
    .description('measure what the product costs')
    .addCommand(optimizer)
    .addCommand(benchEntropyCommand())
    .addCommand(benchRecordersCommand())
    .addCommand(benchSimulatorCommand())
    .addCommand(benchSoakCommand())
    .addCommand(benchThermalizeCommand());
}

function costLine(
  what: string,
  { ratio, standardError, milliseconds: [plain, thermo] }: PairedRatio,
): string {
  return `${what}: momentum ${plain.toPrecision(3)} ms, ThermoSGD ${thermo.toPrecision(3)} ms, ratio ${ratio.toFixed(3)} +- ${standardError.toFixed(3)}\n`;
}
