import type { Point } from '../../control/index.js';

const shown = [
  ['T', 'temperature'],
  ['V', 'volume'],
  ['Z', 'compressibility'],
  ['loss', 'loss'],
] as const;

/**
 * The measured part of a progress line, such as "cooling  T 2.10e-3  V 0.481  Z 1.04  loss 0.234"; a dash stands for
 * what was not measured. Where the noise was not estimated, T and Z are shown as T_tot and Z_tot.
 */
export function progressText(point: Point): string {
  const phase = typeof point.phase === 'string' ? [point.phase] : [];
  const values = shown.map(([symbol, field]) => {
    const total = `total${field[0]!.toUpperCase()}${field.slice(1)}`;
    if (typeof point[field] !== 'number' && typeof point[total] === 'number') {
      return `${symbol}_tot ${brief(point[total])}`;
    }
    return `${symbol} ${brief(point[field])}`;
  });
  return [...phase, ...values].join('  ');
}

function brief(value: Point[string] | undefined): string {
  if (typeof value !== 'number') return '-';
  const size = Math.abs(value);
  return size !== 0 && (size < 0.01 || size >= 1e5) ? value.toExponential(2) : value.toPrecision(3);
}
