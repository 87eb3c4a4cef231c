/**
 * Goes on without a reader: where output is piped into a program that has read enough, such as head, what is written after
 * that is dropped. A run is worth more than its printed lines, and keeps all in its folder.
 */
export function dropUnread(...streams: readonly NodeJS.WriteStream[]): void {
  for (const stream of streams) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
}
