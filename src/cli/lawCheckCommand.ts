import { Command } from 'commander';
import { lawChecks, type LawResult } from '../experiments/laws/index.js';
import { lawLines } from './lawLines.js';
import { jsonOption, numberOption } from './options.js';
import { shareProgress } from './shareProgress.js';
import { stopOnSignal } from './stopOnSignal.js';
import { textStream } from './textStream.js';

/** The checks on the simulated gas, by name, with what each of them measures. */
const descriptions: Readonly<Record<keyof typeof lawChecks, string>> = {
  cycles: 'Carnot, Stirling, Otto and Brayton cycles on the simulated gas: efficiency, first law, haste',
  'free-energy': 'free energies by Jarzynski, Bennett and Crooks on the simulated gas',
  relaxation: 'radii that relax, the adiabat, and a lag with its feed-forward, on the simulated gas',
  pacings: 'what pacings of a cooling leave of the noise, exactly',
};

/** The names of the checks on the simulated gas. */
export const lawCheckNames = Object.keys(descriptions) as (keyof typeof lawChecks)[];

/** `tfjs-thermo check cycles` and its siblings: a law measured on the simulated gas, as a table beside its theory. */
export function lawCheckCommand(name: keyof typeof lawChecks): Command {
  return new Command(name)
    .description(descriptions[name])
    .addOption(numberOption('--seed <n>', 'decides every draw', 1))
    .addOption(jsonOption())
    .action(async ({ seed, json }: { seed: number; json?: true }) => {
      const signal = stopOnSignal();
      const progress = shareProgress(name);
      const results: LawResult[] = [];
      try {
        for await (const result of lawChecks[name]({ seed, signal, onProgress: progress.show })) {
          results.push(result);
        }
      } catch (error) {
        if (!signal.aborted) throw error;
      } finally {
        progress.clear();
      }
      const text = textStream(json);
      text.write(lawLines(results));
      if (signal.aborted) text.write('interrupted: the rest was not measured\n');
      const state = signal.aborted ? 'interrupted' : 'finished';
      if (json) process.stdout.write(`${JSON.stringify({ state, results })}\n`);
      const failed = results.some(({ verdict }) => verdict === 'outside');
      process.exitCode = signal.aborted ? 130 : Number(failed);
    });
}
