/** Decimals of a value of which no error is known, and the fewest of one with an error. */
const fewest = 4;

/** A value with its standard error, to the second digit of the error but with four to six decimals: 1.000087 ± 0.000029. */
export function withError(value: number, error: number | null): string {
  if (error === null) return value.toFixed(fewest);
  const decimals = error > 0 ? Math.min(6, Math.max(fewest, 1 - Math.floor(Math.log10(error)))) : fewest;
  return `${value.toFixed(decimals)} ± ${error.toFixed(decimals)}`;
}
