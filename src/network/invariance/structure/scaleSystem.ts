import { addDegrees, type Degree } from './degree.js';

/** A condition on the scale factors c_i under which the loss keeps its value: sum of k_i ln c_i = 0. */
export interface ScaleEquation {
  readonly degree: Degree;
  /** `fixed`: one tensor may not change its scale. `together`: two tensors must change theirs by the same factor. */
  readonly relation: 'fixed' | 'together';
  /** Why, in words that name the layer. */
  readonly because: string;
}

/** Everything that a walk through a model learns about the scales of its weights. */
export interface ScaleSystem {
  readonly equations: ScaleEquation[];
  /** Variable -> the normalizations that divide its scale out. */
  readonly scaleRemovedBy: Map<number, Set<string>>;
  /** Variable -> the normalizations that subtract the constant it adds to each channel. */
  readonly constantRemovedBy: Map<number, Set<string>>;
  /** Variables whose added constant is felt somewhere, so that they are no null direction. */
  readonly felt: Set<number>;
  /** Path of each normalization met -> its epsilon. */
  readonly epsilons: Map<string, number>;
}

/** A system that knows nothing yet. */
export function emptyScaleSystem(): ScaleSystem {
  return {
    equations: [],
    scaleRemovedBy: new Map(),
    constantRemovedBy: new Map(),
    felt: new Set(),
    epsilons: new Map(),
  };
}

/** Demands that what has this degree keeps its scale. */
export function demandFixed(system: ScaleSystem, degree: Degree, because: string): void {
  if (degree.size > 0) system.equations.push({ degree, relation: 'fixed', because });
}

/** Demands that two tensors change their scale by the same factor. */
export function demandTogether(system: ScaleSystem, first: Degree, second: Degree, because: string): void {
  const degree = addDegrees(first, second, -1);
  if (degree.size > 0) system.equations.push({ degree, relation: 'together', because });
}

/** Notes under `variable` that the normalization at `path` acts on it. */
export function noteRemoval(removals: Map<number, Set<string>>, variable: number, path: string): void {
  const paths = removals.get(variable) ?? new Set<string>();
  removals.set(variable, paths.add(path));
}
