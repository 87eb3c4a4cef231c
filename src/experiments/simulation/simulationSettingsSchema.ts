import { z } from 'zod';
import { energyNames } from './energyNamed.js';
import { processNames } from './processNames.js';

const ratio = z.number().positive().optional();

/** The settings of a simulation: a gas held until equilibrium, then led along a process. */
export const simulationSettingsSchema = z.strictObject({
  /** d. */
  dimension: z.int().min(2),
  chains: z.int().min(1),
  /** Decides start and noise. */
  seed: z.int().min(0).max(4294967295),
  /** L(u). */
  energy: z.enum(energyNames),
  /** h, the energy's strength. */
  strength: z.number(),
  /** sigma, the noise's deviation. */
  noise: z.number().min(0),
  /** |w| at the start. */
  startRadius: z.number().positive(),
  /** eta; then the learning rate is what is fixed. */
  learningRate: z.number().positive().optional(),
  /** eta_eff. */
  effectiveLearningRate: z.number().positive().optional(),
  /** r0; then the gas is on a sphere. */
  radius: ratio,
  /** lambda, the pressure; none on a sphere. */
  weightDecay: z.number().min(0).optional(),
  momentum: z.number().min(0).lt(1),
  /** Steps at most; the run ends with its process. */
  steps: z.int().min(2),
  /** Steps between readings. */
  every: z.int().min(1),
  /** |Z_tot - 1| that counts as equilibrium. */
  tolerance: z.number().positive(),
  /** What follows the equilibrium. */
  process: z.enum(processNames),
  /** T at its end over T at its start; one of the three ratios. */
  temperatureRatio: ratio,
  volumeRatio: ratio,
  pressureRatio: ratio,
  /** gamma. */
  adiabaticIndex: z.number().gt(1),
  /** n, of a polytropic process. */
  polytropicIndex: z.number().optional(),
  /** Steps of the process. */
  processSteps: z.int().min(1),
  drive: z.enum(['piston', 'feedForward', 'quasiStatic']),
  pacing: z.enum(['linear', 'geometric', 'cosine', 'constantThermodynamicSpeed']),
});

/** See `simulationSettingsSchema`. */
export type SimulationSettings = z.infer<typeof simulationSettingsSchema>;
