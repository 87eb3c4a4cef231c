/**
 * Tells the first failure of something that a training can go on without, in one line on the console; later ones are not told.
 *
 * @param who what fails
 * @returns takes when it failed, and why
 */
export function tellOnce(who: string): (when: string, error: unknown) => void {
  let isTold = false;
  return (when, error) => {
    if (isTold) return;
    isTold = true;
    const why = (error instanceof Error ? error.message : String(error)).split('\n')[0]!;
    console.warn(`${who} failed ${when}: ${why}; all else goes on, and further failures of it are not told`);
  };
}
