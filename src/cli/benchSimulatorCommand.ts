import { Command } from 'commander';
import { simulatorCost, type SimulatorCost } from '../experiments/benchmarks/index.js';
import { jsonOption } from './options.js';

/** `tfjs-thermo bench simulator`: what a step of a simulated chain costs. */
export function benchSimulatorCommand(): Command {
  return new Command('simulator')
    .description('the simulator on one core and on all, beside a loop in PyTorch where Python has it')
    .addOption(jsonOption())
    .action(async ({ json }: { json?: true }) => {
      const cost = await simulatorCost({
        onProgress: (share) => process.stderr.write(`measured ${Math.round(100 * share)} %\n`),
      });
      process.stderr.write(`${lines(cost).join('\n')}\n`);
      if (!json) return;
      const { nsPerChainStep, nsPerChainStepAllCores, nsPerComponentStep, speedupOverTorch } = cost;
      const figures = { nsPerChainStep, nsPerChainStepAllCores, nsPerComponentStep, speedupOverTorch };
      process.stdout.write(
        `${JSON.stringify(figures, (_, value: unknown) => (typeof value === 'number' ? rounded(value) : value))}\n`,
      );
    });
}

function lines({ engine, torch, exponents, ...cost }: SimulatorCost): string[] {
  return [
    `kernel: ${engine.name === 'wasm' ? engine.name : `${engine.name} (${engine.reason})`}`,
    `d = 3, one core: ${rounded(cost.nsPerChainStep)} ns a chain-step`,
    `d = 3, all cores: ${rounded(cost.nsPerChainStepAllCores)} ns a chain-step`,
    `d = 1,000, one core: ${rounded(cost.nsPerComponentStep)} ns a component-step`,
    'reason' in torch
      ? `PyTorch loop: not measured (${torch.reason})`
      : `PyTorch loop: ${rounded(torch.nsPerChainStep)} ns a chain-step, ${rounded(cost.speedupOverTorch!)} times ours on one core`,
    `time grows with chains, steps and dimension to the power of ${exponents.chains.toFixed(3)}, ${exponents.steps.toFixed(3)} and ${exponents.dimension.toFixed(3)}`,
  ];
}

function rounded(value: number): number {
  return Number(value.toPrecision(4));
}
