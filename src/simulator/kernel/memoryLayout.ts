import { columns } from '../chains/conditionsTable.js';

/** Chains that the kernel moves side by side: the lanes of a vector. */
export const lanes = 4;
/** Rows of a table that all chains step under, at most, which the kernel is called for at once. */
export const tableRows = 256;
/** Bytes of a row of the table. */
export const rowBytes = 4 * lanes * columns;
/** Sums of a group, four double precision numbers each. */
export const sumsOfGroup = 5;

/** Bytes of the normals that the kernel draws at once in three dimensions: 4 groups, 32 steps, 2 normals. */
const drawnBytes = 4 * 32 * 2 * 4 * lanes;

/** Where everything of some chains stands in the kernel's memory, in bytes: assembly/place.ts, by the same names. */
export interface MemoryLayout {
  /** Groups of four chains; the last is filled up. */
  readonly groups: number;
  /** d rounded up to an even number. */
  readonly components: number;
  readonly coefficients: number;
  readonly deviations: number;
  readonly normals: number;
  readonly table: number;
  readonly generator: number;
  readonly sums: number;
  readonly weights: number;
  /** Last, as it is needed only once there is momentum. */
  readonly velocity: number;
}

/** The layout of `chains` chains in d = `dimension`, from the byte `start` on. */
export function memoryLayout(dimension: number, chains: number, start: number): MemoryLayout {
  const groups = Math.ceil(chains / lanes);
  const components = dimension + (dimension % 2);
  const vectors = 4 * lanes * components;
  let next = aligned(start);
  const region = (bytes: number): number => {
    const at = next;
    next = aligned(next + bytes);
    return at;
  };
  return {
    groups,
    components,
    coefficients: region(4 * components),
    deviations: region(4 * components),
    normals: region(Math.max(vectors, drawnBytes)),
    table: region(rowBytes * Math.max(groups, tableRows)),
    generator: region(4 * lanes * 4 * groups),
    sums: region(8 * lanes * sumsOfGroup * groups),
    weights: region(vectors * groups),
    velocity: next,
  };
}

function aligned(bytes: number): number {
  return Math.ceil(bytes / 64) * 64;
}
