import { duration } from '../duration.js';

/** A fact's name and value in words: testAccuracy .973 becomes "test accuracy" and "97.30 %". */
export function factText(name: string, value: unknown): { readonly name: string; readonly value: string } {
  const words = name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  if (typeof value === 'number' && /accuracy$/i.test(name))
    return { name: words, value: `${(100 * value).toFixed(2)} %` };
  if (typeof value === 'number' && name === 'durationSeconds')
    return { name: 'duration', value: duration(value) };
  if (typeof value === 'number') return { name: words, value: String(Number(value.toPrecision(6))) };
  return { name: words, value: typeof value === 'string' ? value : (JSON.stringify(value) ?? '') };
}
