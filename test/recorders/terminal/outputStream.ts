import { Writable } from 'node:stream';

/** A stream in place of a terminal or a file, and the text that was written to it. */
export function outputStream(terminal: { isTTY?: boolean; columns?: number; rows?: number } = {}) {
  let text = '';
  const stream = new Writable({
    write: (chunk: Buffer, _, done) => {
      text += chunk.toString();
      done();
    },
  });
  return { stream: Object.assign(stream, terminal) as unknown as NodeJS.WriteStream, text: () => text };
}
