import { Command } from 'commander';
import { benchCommand } from './benchCommand.js';
import { checkCommand } from './checkCommand.js';
import { compareCommand } from './compareCommand.js';
import { doctorCommand } from './doctorCommand.js';
import { examples } from './examples.js';
import { packageVersion } from './packageVersion.js';
import { planCommand } from './planCommand.js';
import { setupCommand } from './setupCommand.js';
import { simulateCommand } from './simulateCommand.js';
import { studyCommand } from './studyCommand.js';
import { trainCommand } from './trainCommand.js';
import { watchCommand } from './watchCommand.js';

/** The command line: every command reads its options, calls the library and prints. */
export function program(): Command {
  const root = new Command('tfjs-thermo')
    .description('Measures and steers the temperature, pressure and volume of networks in training.')
    .version(packageVersion)
    .addHelpText(
      'after',
      examples({
        train: 'the main job: real digits, a report with pictures',
        'simulate --out a': 'the toy gas, in seconds',
        'train --help': 'what a command can be told',
      }),
    )
    .configureOutput({ outputError: (text, write) => write(`${oneLine(text)}\n`) })
    .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2));
  for (const command of [
    trainCommand(),
    checkCommand(),
    benchCommand(),
    planCommand(),
    compareCommand(),
    simulateCommand(),
    studyCommand(),
    watchCommand(),
    doctorCommand(),
    setupCommand(),
  ]) {
    inherit(command, root);
    root.addCommand(command);
  }
  return root;
}

/** What commander says of a mistake, as every other message of ours. */
function oneLine(text: string): string {
  const said = text
    .trim()
    .replace(/^error: /, '')
    .replaceAll('\n', ' ');
  return `tfjs-thermo: ${said} (see --help)`;
}

/** Commands made elsewhere do not take over what is set at the root, such as the exit code, by themselves. */
function inherit(command: Command, from: Command): void {
  command.copyInheritedSettings(from);
  for (const inner of command.commands) inherit(inner, command);
}
