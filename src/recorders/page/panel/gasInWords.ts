import { brief } from './brief.js';

/** What is said in words, in the columns of a point; null where it was not measured. */
export interface GasReading {
  readonly totalCompressibility: number | null;
  readonly relaxationTimeLeft: number | null;
  readonly stepCorrelation: number | null;
  readonly noiseShare: number | null;
}

/** |Z_tot - 1| that counts as equilibrium. */
const tolerance = 0.05;
/** The correlation of successive gradients from which on they count as opposed or alike. */
const correlated = 0.2;

/** How near a gas is to equilibrium, and whether noise or the edge of stability drives it, in two sentences. */
export function gasInWords(reading: GasReading): string {
  return [equilibrium(reading), drive(reading)].filter((sentence) => sentence !== '').join(' ');
}

function equilibrium({ totalCompressibility: z, relaxationTimeLeft: left }: GasReading): string {
  if (z === null) return '';
  if (!Number.isFinite(z)) return 'Broken: the gas law cannot be evaluated.';
  if (Math.abs(z - 1) <= tolerance) return `At equilibrium (Z_tot = ${z.toFixed(2)}).`;
  const wait = left === null || left === 0 ? '' : `, about ${brief(left)} steps to go`;
  return z > 1
    ? `Too large for its temperature and pressure (Z_tot = ${brief(z)}): contracting${wait}.`
    : `Too small for its temperature and pressure (Z_tot = ${brief(z)}): expanding${wait}.`;
}

function drive({ stepCorrelation, noiseShare }: GasReading): string {
  const share = noiseShare === null ? '' : `, noise ${Math.round(100 * noiseShare)} %`;
  if (stepCorrelation === null) return noiseShare === null ? '' : `Noise ${Math.round(100 * noiseShare)} %.`;
  const cosine = stepCorrelation.toFixed(2);
  if (stepCorrelation < -correlated)
    return `Edge of stability: successive gradients oppose (${cosine}${share}).`;
  if (stepCorrelation > correlated) return `Drifting: successive gradients agree (${cosine}${share}).`;
  return `Driven by noise: successive gradients are independent (${cosine}${share}).`;
}
