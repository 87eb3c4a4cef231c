import { ThermoError } from '../error.js';

/** What is counted on where the platform does not say what is free, as in a browser. */
const presumed = 2 * 2 ** 30;

/**
 * Refuses what needs more memory than can be had, before any is taken.
 * @throws ThermoError with the size.
 */
export function requireMemory({
  what,
  bytes,
  remedy,
  limit = Infinity,
}: {
  /** What needs it, with its sizes. */
  readonly what: string;
  readonly bytes: number;
  /** What to pass instead. */
  readonly remedy: string;
  /** The most that can be had however much is free. */
  readonly limit?: number;
}): void {
  const { process } = globalThis as { process?: { availableMemory?: () => number } };
  const available = Math.min(limit, process?.availableMemory?.() ?? presumed);
  if (bytes <= available) return;
  throw new ThermoError(
    `${what} needs ${gigabytes(bytes)}, of ${gigabytes(available)} that can be had: ${remedy}`,
  );
}

function gigabytes(bytes: number): string {
  return `${Number((bytes / 2 ** 30).toPrecision(3))} GB`;
}
