/**
 * |cos(g, w)| of a scale-invariant weight stays below this. Single precision with a normalization's epsilon of 1e-5 leaves
 * 1e-8 to 8e-5 over small nets at ordinary scale; a dependent weight of n elements has about 1/sqrt(n).
 */
export const cosineTolerance = 1e-4;

/**
 * Relative change of the loss under w -> c w that still counts as none. An epsilon of 1e-5 changes a normalized output by
 * up to epsilon / (2 c^2 variance), 1e-4 at c = .5 and variance .2; 2e-4 is the most seen over small nets.
 */
export const lossTolerance = 1e-3;

/** A gradient below this share of the largest one is rounding: biases before a normalization leave about 1e-7. */
export const gradientTolerance = 1e-5;
