/** The names of the forms. */
export const entropyForms = ['angles', 'standardisedAngles', 'geodesic'] as const;

/**
 * In which coordinates distances between directions are taken.
 *
 * - `angles`: the d - 1 spherical angles as they are, the volume element added as a mean; published for networks
 *   (arXiv 2511.07308). The last angle does not wrap: directions on both sides of its cut count as far apart.
 * - `standardisedAngles`: each angle divided by its standard deviation over the samples first, and the logarithm of that
 *   scale added back; published for the toy model.
 * - `geodesic`: angles between directions on the sphere; does not depend on the axes.
 */
export type EntropyForm = (typeof entropyForms)[number];
