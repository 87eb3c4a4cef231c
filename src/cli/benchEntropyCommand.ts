import { Command } from 'commander';
import { entropyCost } from '../experiments/benchmarks/index.js';
import { jsonOption, numberOption } from './options.js';

/** `tfjs-thermo bench entropy`: what the entropy of a stream of weights costs. */
export function benchEntropyCommand(): Command {
  return new Command('entropy')
    .description('the entropy of the newest weights of a network, beside scikit-learn where Python has it')
    .addOption(numberOption('--capacity <n>', 'samples in the ring', 4000))
    .addOption(numberOption('--dimension <d>', 'weights in a sample', 43_692))
    .addOption(numberOption('--estimates <n>', 'estimates that the median is taken over', 4))
    .addOption(jsonOption())
    .action(
      async ({ json, ...sizes }: { capacity: number; dimension: number; estimates: number; json?: true }) => {
        const cost = await entropyCost({
          ...sizes,
          onProgress: (done) => process.stderr.write(`${done}\n`),
        });
        const { ringSecondsPer200, sklearnSeconds, speedup, memoryOverRing, difference, kernel } = cost;
        process.stderr.write(
          `kernel: ${kernel}\n` +
            (difference === null
              ? 'scikit-learn: not measured, python3 cannot import sklearn\n'
              : `the two differ by ${difference.toExponential(1)} nats\n`),
        );
        if (json) {
          process.stdout.write(
            `${JSON.stringify({ ringSecondsPer200, sklearnSeconds, speedup, memoryOverRing }, (_, value: unknown) => (typeof value === 'number' ? Number(value.toPrecision(4)) : value))}\n`,
          );
        }
      },
    );
}
