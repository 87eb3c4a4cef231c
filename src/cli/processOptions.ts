import { Option } from 'commander';
import {
  defaultSimulationSettings,
  processNames,
  type SimulationSettings,
} from '../experiments/simulation/index.js';
import { numberOption } from './options.js';

/** The defaults that differ from one command to another. */
type Defaults = Required<
  Pick<
    SimulationSettings,
    'steps' | 'every' | 'tolerance' | 'effectiveLearningRate' | 'weightDecay' | 'temperatureRatio'
  >
>;

/** The options that tell how a gas is led: the settings of its protocol, and the process that follows the equilibrium. */
export function processOptions(defaults: Defaults): Option[] {
  const { momentum, process, adiabaticIndex, drive, pacing } = defaultSimulationSettings;
  return [
    numberOption('--learning-rate <x>', 'eta, held in place of eta_eff'),
    numberOption(
      '--effective-learning-rate <x>',
      `eta_eff, held (default: ${defaults.effectiveLearningRate})`,
    ),
    numberOption('--radius <r>', 'r0 of a sphere, held in place of the weight decay'),
    numberOption('--weight-decay <x>', `lambda: the pressure (default: ${defaults.weightDecay})`),
    numberOption('--momentum <a>', 'in [0, 1)', momentum),
    numberOption('--steps <n>', 'steps at most; the run ends with its process', defaults.steps),
    numberOption('--every <n>', 'steps between readings', defaults.every),
    numberOption('--tolerance <x>', '|Z_tot - 1| that counts as equilibrium', defaults.tolerance),
    new Option('--process <name>', 'what follows the equilibrium').choices(processNames).default(process),
    numberOption(
      '--temperature-ratio <x>',
      `T at the end of the process over T at its start (default of the adiabat: ${defaults.temperatureRatio})`,
    ),
    numberOption('--volume-ratio <x>', 'V at the end over V at the start, in place of T'),
    numberOption('--pressure-ratio <x>', 'p at the end over p at the start, in place of T'),
    numberOption('--adiabatic-index <gamma>', 'above 1', adiabaticIndex),
    numberOption('--polytropic-index <n>', 'of a polytropic process'),
    numberOption('--process-steps <n>', 'steps of the process (default: half of --steps)'),
    new Option('--drive <name>', 'how the volume is made to follow')
      .choices(['piston', 'feedForward', 'quasiStatic'])
      .default(drive),
    new Option('--pacing <name>', 'how the way is spread over the steps')
      .choices(['linear', 'geometric', 'cosine', 'constantThermodynamicSpeed'])
      .default(pacing),
  ];
}
