import { Command } from 'commander';
import { runDoctor } from './doctor.js';

/** `tfjs-thermo doctor`: what this machine runs on, and what would make it faster. */
export function doctorCommand(): Command {
  return new Command('doctor')
    .description('say what this machine runs on, why not on something better, and what would help')
    .option('--json', 'print one JSON object')
    .action(runDoctor);
}
