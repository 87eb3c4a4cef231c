import { Command } from 'commander';
import { soak, type Growth, type Soak } from '../experiments/benchmarks/index.js';
import { requirePositive } from '../error.js';
import { selectBackend } from '../network/backend/index.js';
import { backendOption, jsonOption, numberOption } from './options.js';
import { stopOnSignal } from './stopOnSignal.js';

const megabyte = 1e6;

/** `tfjs-thermo bench soak`: whether a long training loses points, leaks memory or tensors. */
export function benchSoakCommand(): Command {
  return new Command('soak')
    .description('a long training, each step recorded everywhere and watched: no point lost, nothing leaked')
    .addOption(backendOption())
    .addOption(numberOption('--minutes <n>', 'how long; Ctrl-C ends it before', 30))
    .addOption(jsonOption())
    .action(async ({ backend, minutes, json }: { backend: string; minutes: number; json?: true }) => {
      requirePositive('minutes', minutes);
      const { reason } = await selectBackend({ backend });
      say(`backend: ${reason}`);
      const soaked = await soak({
        minutes,
        signal: stopOnSignal(),
        onSample: ({ minutes: at, resident, heap, tensors }, points) =>
          say(
            `minute ${at.toFixed(1)}: ${points} points, resident ${inMegabytes(resident)} MB, heap ${inMegabytes(heap)} MB, ${tensors} tensors`,
          ),
      });
      lines(soaked).forEach(say);
      if (json) process.stdout.write(`${JSON.stringify(soaked)}\n`);
    });
}

function lines({ minutes, points: { recorded, inFiles, seen }, growth, leakedTensors }: Soak): string[] {
  const counts = Object.entries({ ...inFiles, ...seen }).map(([place, count]) => `${place} ${count}`);
  return [
    `${minutes.toFixed(1)} minutes, ${recorded} points; ${counts.join(', ')}`,
    `growth: resident ${growthText(growth.resident)}, heap ${growthText(growth.heap)}; ${leakedTensors} tensors leaked`,
  ];
}

function growthText(growth: Growth | null): string {
  if (growth === null) return 'not measured';
  const [slope, error] = [growth.bytesPerMinute, growth.standardError].map((value) =>
    (value / megabyte).toFixed(3),
  );
  return `${slope} +- ${error} MB a minute`;
}

function inMegabytes(bytes: number): string {
  return (bytes / megabyte).toFixed(1);
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
