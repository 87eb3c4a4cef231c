/** The test accuracy of one run at the steps at which it was tested. */
export type Curve = readonly { readonly step: number; readonly testAccuracy: number }[];

/** The mean test error of several runs at a step, and its standard deviation to either side. */
export interface ErrorBand {
  readonly step: number;
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** An error of no image at all has no place on a log scale. */
const least = 1e-4;

/** The test errors of several runs at the steps at which all were tested. */
export function errorBand(curves: readonly Curve[]): readonly ErrorBand[] {
  const [first, ...others] = curves.map(
    (curve) => new Map(curve.map(({ step, testAccuracy }) => [step, 1 - testAccuracy])),
  );
  return [...(first ?? [])].flatMap(([step, error]) => {
    const values = [error, ...others.flatMap((errors) => errors.get(step) ?? [])];
    if (values.length < curves.length) return [];
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    const deviation = values.length < 2 ? 0 : Math.sqrt(squares / (values.length - 1));
    const bounded = (value: number): number => Math.max(value, least);
    return [{ step, mean: bounded(mean), low: bounded(mean - deviation), high: bounded(mean + deviation) }];
  });
}
