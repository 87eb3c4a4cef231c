import { cyclesCheck } from './cyclesCheck.js';
import { freeEnergyCheck } from './freeEnergyCheck.js';
import type { LawCheck } from './lawCheck.js';
import { pacingsCheck } from './pacingsCheck.js';
import { relaxationCheck } from './relaxationCheck.js';

/** The checks on the simulated gas, by the name that the command line has for them. */
export const lawChecks = {
  cycles: cyclesCheck,
  'free-energy': freeEnergyCheck,
  relaxation: relaxationCheck,
  pacings: pacingsCheck,
} as const satisfies Readonly<Record<string, LawCheck>>;
