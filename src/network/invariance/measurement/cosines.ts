import type { GradientMoments } from './gradientMoments.js';

/** Largest |g.w| / (|g| |w|) over the batches, all members taken as one vector; 0 where there is no gradient. */
export function largestCosine(
  moments: readonly (readonly GradientMoments[])[],
  members: readonly number[],
): number {
  const cosines = moments.map((ofBatch) => {
    const total = (key: keyof GradientMoments): number =>
      members.reduce((sum, member) => sum + (ofBatch[member] as GradientMoments)[key], 0);
    const lengths = Math.sqrt(total('weight')) * Math.sqrt(total('gradient'));
    return lengths > 0 ? Math.abs(total('dot')) / lengths : 0;
  });
  return Math.max(...cosines);
}

/** Largest |g| of one variable over the batches, as a share of the largest of any variable. */
export function largestGradientShare(
  moments: readonly (readonly GradientMoments[])[],
  index: number,
): number {
  const largest = Math.max(...moments.flat().map(({ gradient }) => gradient));
  const own = Math.max(...moments.map((ofBatch) => (ofBatch[index] as GradientMoments).gradient));
  return largest > 0 ? Math.sqrt(own / largest) : 0;
}
