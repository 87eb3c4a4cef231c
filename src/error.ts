/**
 * A mistake in what the caller asked for: one line that names the option, the value it had, what is allowed, and
 * what to do instead. Thrown before any work is done; the command line prints the message alone and exits with 2.
 */
export class ThermoError extends Error {
  override readonly name = 'ThermoError';
}

/** A disk that takes nothing, as a full one: what fails for one file on it fails for all. */
export class DiskError extends ThermoError {
  /** Which disk, and what is wrong with it: the same text for every file that fails for it. */
  readonly disk: string;

  constructor(message: string, disk: string, options?: ErrorOptions) {
    super(message, options);
    this.disk = disk;
  }
}

/** A value as a refusal shows it: text in quotes, so that '0.1' is not taken for 0.1. */
function shownValue(value: unknown): string {
  return typeof value === 'string' ? JSON.stringify(value) : String(value);
}

/** Refuses a number that is not finite. `what` names the option as the user wrote it. */
export function requireFinite(what: string, value: number): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    throw new ThermoError(`${what} is ${shownValue(value)}: pass a finite number`);
  }
  return value;
}

/** Refuses a number that is not finite or is negative. */
export function requireNonNegative(what: string, value: number): number {
  requireFinite(what, value);
  if (value < 0) throw new ThermoError(`${what} is ${value}: pass a number of at least 0`);
  return value;
}

/** Refuses a number that is not finite, is negative, or is 1 or more. */
export function requireBelowOne(what: string, value: number): number {
  requireNonNegative(what, value);
  if (value >= 1) throw new ThermoError(`${what} is ${value}: pass a number in [0, 1)`);
  return value;
}

/** Refuses a number that is not finite, zero or negative. */
export function requirePositive(what: string, value: number): number {
  requireFinite(what, value);
  if (value <= 0) throw new ThermoError(`${what} is ${value}: pass a number greater than 0`);
  return value;
}

/** Refuses anything but a whole number of at least `least`, and those so large that they are not told apart. */
export function requireCount(what: string, value: number, least = 1): number {
  if (!Number.isSafeInteger(value) || value < least) {
    const most = value > Number.MAX_SAFE_INTEGER ? ` and at most ${Number.MAX_SAFE_INTEGER}` : '';
    throw new ThermoError(`${what} is ${shownValue(value)}: pass a whole number of at least ${least}${most}`);
  }
  return value;
}

/**
 * Refuses what is no object of options, and options of names that are not known, such as misspelt ones, which would
 * otherwise do nothing without a word. `what` names what they are options of.
 */
export function requireKnownNames(what: string, given: object, known: readonly string[]): void {
  const options: unknown = given;
  if (typeof options !== 'object' || options === null) {
    const shown =
      options === undefined
        ? 'nothing'
        : typeof options === 'function'
          ? 'a function'
          : JSON.stringify(options);
    throw new ThermoError(
      `${what} is given ${shown} in place of its options: pass an object with ${known.join(', ')}`,
    );
  }
  const unknown = Object.keys(given).find((name) => !known.includes(name));
  if (unknown !== undefined) {
    throw new ThermoError(`${what} has no option ${unknown}: pass one of ${known.join(', ')}`);
  }
}
