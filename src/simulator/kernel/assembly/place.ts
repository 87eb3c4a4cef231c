/*
 * Where everything of the chains stands in memory, in bytes, and how much of it there is: set by the caller, see memoryLayout.ts.
 */

/** Groups of four chains. */
export let groups: usize = 0;
/** Components of a chain, an even number. */
export let components: usize = 0;
/** mu or a, of the energy. */
export let coefficients: usize = 0;
/** s, of the noise. */
export let deviations: usize = 0;
/** Room for normals. */
export let normals: usize = 0;
/** Rows of conditions. */
export let table: usize = 0;
export let generator: usize = 0;
export let sums: usize = 0;
export let weights: usize = 0;
export let velocity: usize = 0;
