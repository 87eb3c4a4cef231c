/**
 * An exponential average of the values it is given one after the other, bias-corrected, so that the first ones are not drawn
 * to 0; what is not finite is passed over and stays as it is.
 *
 * @param decay what stays of a value's weight from one to the next, in [0, 1); 0 changes nothing
 */
export function averaging(decay: number): (value: number) => number {
  if (decay === 0) return (value) => value;
  let sum = 0;
  let weight = 0;
  return (value) => {
    if (!Number.isFinite(value)) return value;
    sum = decay * sum + (1 - decay) * value;
    weight = decay * weight + (1 - decay);
    return sum / weight;
  };
}
