/**
 * Goes on where output cannot be written, and drops it: a run is worth more than its printed lines, and keeps all in its folder.
 * A reader that has read enough, such as head, is no failure; a full disk or a terminal that is gone ends with code 1.
 */
export function dropUnread(...streams: readonly NodeJS.WriteStream[]): void {
  for (const stream of streams) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') process.exitCode ??= 1;
    });
  }
}
