import { Command } from 'commander';
import { benchCommand } from './benchCommand.js';
import { checkCommand } from './checkCommand.js';
import { doctorCommand } from './doctorCommand.js';
import { packageVersion } from './packageVersion.js';
import { setupCommand } from './setupCommand.js';
import { trainCommand } from './trainCommand.js';

/** The command line: every command reads its options, calls the library and prints. */
export function program(): Command {
  return new Command('tfjs-thermo')
    .description('Measures and steers the temperature, pressure and volume of networks in training.')
    .version(packageVersion)
    .showHelpAfterError('(see --help)')
    .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2))
    .addCommand(trainCommand())
    .addCommand(checkCommand())
    .addCommand(benchCommand())
    .addCommand(doctorCommand())
    .addCommand(setupCommand());
}
