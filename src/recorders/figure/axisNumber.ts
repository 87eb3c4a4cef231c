// Made once: one is slow to make.
const plain = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 6 });

/** A number as an axis shows it: 0.02, 1,500, 3·10⁻⁵. */
export function axisNumber(value: number): string {
  const size = Math.abs(value);
  if (size === 0 || (size >= 0.001 && size < 1e6)) return plain.format(value).replace('-', '−');
  const [digits, power] = Number(value.toPrecision(6)).toExponential().split('e') as [string, string];
  const ten = `10${power.replace('+', '').replaceAll(/[-\d]/g, (letter) => raised[letter]!)}`;
  if (digits === '1') return ten;
  return digits === '-1' ? `−${ten}` : `${digits.replace('-', '−')}·${ten}`;
}

const raised: Readonly<Record<string, string>> = Object.fromEntries(
  [...'-0123456789'].map((letter, i) => [letter, [...'⁻⁰¹²³⁴⁵⁶⁷⁸⁹'][i]!]),
);
