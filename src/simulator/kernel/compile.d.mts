/** The text of kernelBytes.ts as the sources give it. */
export function kernelModule(): Promise<string>;
