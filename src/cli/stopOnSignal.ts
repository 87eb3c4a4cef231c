/**
 * A signal that is given when the user presses Ctrl-C or the process is asked to end: work is then to stop where it can be
 * taken up again. A second time ends the process at once.
 *
 * @param after when that is, in words
 */
export function stopOnSignal(after = 'at the next reading'): AbortSignal {
  const controller = new AbortController();
  const stop = (): void => {
    if (controller.signal.aborted) process.exit(130);
    process.stderr.write(`\nstopping ${after}; once more to quit at once\n`);
    controller.abort();
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  return controller.signal;
}
