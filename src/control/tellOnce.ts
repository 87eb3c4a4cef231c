import { tellFailures } from './tellFailures.js';

/**
 * Tells the first failure of one thing that a training can go on without, in one line on the console; later ones are not told.
 *
 * @param who what fails
 * @returns takes when it failed, and why
 */
export function tellOnce(who: string): (when: string, error: unknown) => void {
  const tell = tellFailures();
  return (when, error) => tell(who, when, error);
}
