/** Takes one line of progress. */
export type Tell = (line: string) => void;

/** Does a piece of work that takes seconds: says so when it starts, every ten seconds, and when it is done. */
export async function tellProgress<Result>(
  tell: Tell,
  what: string,
  work: () => Promise<Result>,
): Promise<Result> {
  const start = performance.now();
  const seconds = () => Math.round((performance.now() - start) / 1000);
  tell(`${what} ...`);
  const timer = setInterval(() => tell(`${what} ... ${seconds()} s`), 10_000);
  try {
    const result = await work();
    tell(`${what}: done in ${seconds()} s`);
    return result;
  } finally {
    clearInterval(timer);
  }
}
