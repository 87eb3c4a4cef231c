import { lanes } from './memoryLayout.js';

/**
 * Writes rows, one a chain, into groups of four chains: component after component, the four chains of a group side by side.
 * Components that a row lacks are 0; the lanes that the last group has too many repeat the last chain, and nobody reads them.
 *
 * @param width components of a row; in `groups` they are `components`.
 */
export function writeGroups<Numbers extends Float32Array | Uint32Array>(
  rows: Numbers,
  width: number,
  groups: Numbers,
  components: number,
): void {
  const chains = rows.length / width;
  for (let at = 0; at < groups.length / components; at += 1) {
    const chain = Math.min(at, chains - 1);
    const group = Math.floor(at / lanes) * lanes * components + (at % lanes);
    for (let i = 0; i < components; i += 1) {
      groups[group + lanes * i] = i < width ? rows[chain * width + i]! : 0;
    }
  }
}

/** Reads what `writeGroups` wrote. */
export function readGroups(
  groups: Float32Array | Uint32Array | Float64Array,
  components: number,
  rows: Float32Array | Uint32Array | Float64Array,
  width: number,
): void {
  for (let chain = 0; chain < rows.length / width; chain += 1) {
    const group = Math.floor(chain / lanes) * lanes * components + (chain % lanes);
    for (let i = 0; i < width; i += 1) rows[chain * width + i] = groups[group + lanes * i]!;
  }
}
