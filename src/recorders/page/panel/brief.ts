const threeDigits = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 3 });

/** A number in three digits, as a table shows it; a dash where there is none. */
export function brief(value: number | null): string {
  if (value === null) return '–';
  const size = Math.abs(value);
  if (size !== 0 && (size < 0.001 || size >= 1e6)) return value.toExponential(2).replace('e+', 'e');
  return threeDigits.format(value);
}
