import { Command } from 'commander';
import { runSetup } from './setup.js';

/** `tfjs-thermo setup`: gets ready the best backend that this machine can have. */
export function setupCommand(): Command {
  return new Command('setup')
    .description('get ready the best backend that this machine can have')
    .option('--from-source', 'build the native addon even if one loads, as after a GPU driver was installed')
    .action(runSetup);
}
