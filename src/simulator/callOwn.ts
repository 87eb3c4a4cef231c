import { ThermoError } from '../error.js';

/** Calls a function of the user's. @throws ThermoError that names it, in one line, where it throws. */
export function callOwn<Result>(what: string, call: () => Result): Result {
  try {
    return call();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new ThermoError(`${what} threw "${message}": mend the function`, { cause: error });
  }
}
