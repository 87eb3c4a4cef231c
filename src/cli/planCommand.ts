import { writeFileSync } from 'node:fs';
import { Command } from 'commander';
import { plan, type GasConstants } from '../control/index.js';
import { ThermoError } from '../error.js';
import { gasOfRun } from '../experiments/planning/index.js';
import {
  controlSettingsOf,
  simulationSettings,
  stagesOf,
  type SimulationSettings,
} from '../experiments/simulation/index.js';
import { defaultTrainSettings } from '../experiments/training/index.js';
import { fileError, renderPlan } from '../recorders/node.js';
import { examples } from './examples.js';
import { jsonOption, numberOption } from './options.js';
import { planLines } from './planLines.js';
import { processOptions } from './processOptions.js';
import { textStream } from './textStream.js';

interface PlanFlags extends Omit<Partial<SimulationSettings>, 'noise'> {
  readonly like?: string;
  readonly secondMoment?: number;
  readonly noise?: number;
  readonly out?: string;
  readonly json?: true;
}

/** `tfjs-thermo plan`: what a run will do, before it is run. */
export function planCommand(): Command {
  const command = new Command('plan')
    .description(
      'what a run will do before it is run: T, p, V, learning rate and weight decay, with warnings',
    )
    .option('--like <run>', "take the gas from a run's folder, as it was when its last phase began")
    .addOption(numberOption('--dimension <d>', 'scale-invariant parameters'))
    .addOption(numberOption('--second-moment <M>', 'M = E|g|^2 r^2 of the batch gradient'))
    .addOption(numberOption('--noise <trSigma>', 'trSigma = E|g_B - g|^2 r^2, the part of M that is noise'))
    .addOption(numberOption('--start-radius <r>', '|w| at the start, but on a sphere'));
  processOptions(defaultTrainSettings).forEach((option) => command.addOption(option));
  return command
    .option('--out <file>', 'write pictures and table as one HTML page')
    .addOption(jsonOption('the plan'))
    .addHelpText(
      'after',
      examples({
        'plan --like a': 'of a gas as that of the run in the folder a',
        'plan --dimension 15048 --second-moment 80 --noise 40 --start-radius 12': 'of a gas as told',
      }),
    )
    .action((flags: PlanFlags) => {
      const { like: _, secondMoment: __, noise: ___, out, json, ...given } = flags;
      const gas = gasOf(flags);
      const settings = simulationSettings(
        { ...given, dimension: gas.dimension, startRadius: gas.radius },
        defaultTrainSettings,
      );
      const { steps, every } = settings;
      const made = plan({
        settings: controlSettingsOf(settings),
        process: stagesOf(settings),
        gas,
        steps,
        every,
      });
      const page = renderPlan({ plan: made, settings: shownSettings(settings), gas: { ...gas } });
      if (out !== undefined) write(out, page);
      const text = textStream(json);
      text.write(planLines(made));
      if (out !== undefined) text.write(`page: ${out}\n`);
      if (json) process.stdout.write(`${JSON.stringify({ gas, ...made })}\n`);
    });
}

/** The gas that the flags tell; what they leave out is taken from the run that `--like` names. */
function gasOf({ like, dimension, secondMoment, noise, startRadius, radius }: PlanFlags): GasConstants {
  const measured = like === undefined ? null : gasOfRun(like);
  const told = <Value>(flag: string, value: Value | undefined): Value => {
    if (value !== undefined) return value;
    throw new ThermoError(`${flag} is missing: pass it, or --like with the folder of a run that measured it`);
  };
  const moment = told('--second-moment', secondMoment ?? measured?.secondMoment);
  // An estimate may exceed it by chance; what is told may not.
  if (noise !== undefined && typeof moment === 'number' && moment > 0 && noise > moment) {
    throw new ThermoError(
      `--noise is ${noise}, but it is a part of the second moment, which is ${moment}: pass less`,
    );
  }
  return {
    dimension: told('--dimension', dimension ?? measured?.dimension),
    secondMoment: moment,
    noise: noise ?? measured?.noise ?? null,
    radius: told('--start-radius', radius ?? startRadius ?? measured?.radius),
  };
}

/** Settings of a simulated body, which a plan has none of. */
const bodySettings = new Set(['dimension', 'chains', 'seed', 'energy', 'strength', 'noise', 'startRadius']);

function shownSettings(settings: SimulationSettings): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(settings).filter(([name]) => !bodySettings.has(name)));
}

function write(file: string, page: string): void {
  if (file.trim() === '') throw new ThermoError('--out is empty: name a file');
  try {
    writeFileSync(file, page);
  } catch (error) {
    throw fileError(file, error);
  }
}
