import { Command } from 'commander';
import type { Measurement } from '../control/index.js';
import {
  createRun,
  monitorColumns,
  requireNewRun,
  endFailed,
  tryReport,
  type RunConfig,
} from '../experiments/index.js';
import {
  defaultSimulationSettings as defaults,
  energyNames,
  gasOf,
  replaceableDefaults,
  runSimulation,
  simulationSettings,
  type SimulationSettings,
} from '../experiments/simulation/index.js';
import { teeRecorders, terminalRecorder, type LiveRecorder } from '../recorders/node.js';
import { nodeWorkers, type Ensemble } from '../simulator/node.js';
import { examples } from './examples.js';
import { liveOf } from './liveOf.js';
import { addLiveOptions, partedFromLive, type LiveFlags } from './liveOptions.js';
import { numberOption } from './options.js';
import { packageVersion } from './packageVersion.js';
import { reportLine } from './reportLine.js';
import { processOptions } from './processOptions.js';
import { requireLive } from './requireLive.js';
import { runFolder } from './runFolder.js';
import { stopOnSignal } from './stopOnSignal.js';

interface SimulateFlags extends Partial<SimulationSettings>, LiveFlags {
  readonly out?: string;
  readonly workers?: number;
}

/** What a simulation records of the columns of a training: it has no accuracy. */
const columns = monitorColumns.filter((column) => !/accuracy/i.test(column));

/** `tfjs-thermo simulate`: one ensemble, one process. */
export function simulateCommand(): Command {
  const command = new Command('simulate')
    .description('simulate an ensemble of chains as a gas: held until equilibrium, then led along a process')
    .option('--out <folder>', 'folder of the run; made, must not hold one (default: runs/<time>)')
    .addOption(numberOption('--dimension <d>', 'parameters of a chain', defaults.dimension))
    .addOption(numberOption('--chains <n>', 'chains of the ensemble', defaults.chains))
    .option('--energy <name>', energyNames.join(' or '), defaults.energy)
    .addOption(numberOption('--strength <h>', 'what multiplies the energy', defaults.strength))
    .addOption(numberOption('--noise <sigma>', 'deviation of the noise on the unit sphere', defaults.noise))
    .addOption(numberOption('--start-radius <r>', '|w| at the start, but on a sphere', defaults.startRadius))
    .addOption(numberOption('--seed <n>', 'decides start and noise', defaults.seed))
    .addOption(numberOption('--workers <n>', 'threads; the result is the same (default: all cores)'));
  processOptions({ ...defaults, ...replaceableDefaults }).forEach((option) => command.addOption(option));
  command.addHelpText(
    'after',
    examples({
      'simulate --out a': 'an equilibrium, then an adiabat to a tenth of T',
      'simulate --process isothermal --volume-ratio 4': 'twice the radius at the same T',
      'simulate --process none --steps 2000': 'nothing but the equilibrium',
    }),
  );
  return addLiveOptions(command).action(async (flags: SimulateFlags) => {
    const { page, given: withoutPage } = partedFromLive(flags);
    await requireLive(page);
    const { out, workers, ...given } = withoutPage;
    const folder = runFolder(out);
    const settings = simulationSettings(given);
    requireNewRun(folder);
    const pool = nodeWorkers(workers);
    try {
      const body = await gasOf(settings, pool);
      await recorded(body, settings, folder, page);
    } finally {
      await pool.dispose();
    }
  });
}

async function recorded(
  body: Ensemble,
  settings: SimulationSettings,
  folder: string,
  page: LiveFlags,
): Promise<void> {
  const { engine } = body;
  const kernel = engine.name === 'wasm' ? engine.name : `${engine.name} (${engine.reason})`;
  const run = createRun(folder, {
    format: 1,
    name: 'simulate',
    version: packageVersion,
    backend: kernel,
    createdAt: new Date().toISOString(),
    columns: [...columns],
    settings: settings as RunConfig['settings'],
  });
  process.stderr.write(`kernel: ${kernel}\n`);
  const terminal = terminalRecorder({ total: settings.steps });
  const signal = stopOnSignal();
  const start = Date.now();
  let live: LiveRecorder | null = null;
  try {
    live = await liveOf(run, settings.steps, page);
    const recorder = teeRecorders(run.recorder, terminal, ...(live === null ? [] : [live]));
    const { state, steps, latest } = await runSimulation(body, settings, { recorder, signal });
    await terminal.close();
    await live?.close(state);
    run.writeSummary({
      steps,
      ...lastState(latest),
      durationSeconds: Math.round((Date.now() - start) / 100) / 10,
    });
    run.end(state, ...(state === 'interrupted' ? ['stopped by a signal'] : []));
    process.stdout.write(`${state} after ${steps} steps\n${reportLine(tryReport(run))}`);
    if (state === 'interrupted') process.exitCode = 130;
  } catch (error) {
    await terminal.close();
    await live?.close('failed', error instanceof Error ? error.message : String(error));
    endFailed(run, error);
    throw error;
  }
}

/** What the report says of the end. */
function lastState(latest: Measurement | null): Record<string, number | null> {
  if (latest === null) return {};
  const { temperature, pressure, volume, totalCompressibility, internalEnergy } = latest.state;
  return { temperature, pressure, volume, totalCompressibility, internalEnergy };
}
