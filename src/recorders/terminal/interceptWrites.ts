import { StringDecoder } from 'node:string_decoder';

/** Writes text as the stream itself would; says whether more may be written at once. */
type Write = (text: string) => boolean;

/** A stream whose writes go another way. */
export interface InterceptedStream {
  /** Writes past the interception. */
  readonly write: Write;
  /** Lets writes go their own way again. */
  restore(): void;
}

/**
 * Hands every text that is written to a stream to `take`, with what writes it, in place of writing it. Bytes are decoded as
 * UTF-8, a character that is cut between two writes included.
 */
export function interceptWrites(
  stream: NodeJS.WriteStream,
  take: (text: string, pass: Write) => boolean,
): InterceptedStream {
  const own = stream.write.bind(stream) as (chunk: unknown, ...rest: readonly unknown[]) => boolean;
  const before = stream.write;
  const decoder = new StringDecoder('utf8');
  let isActive = true;
  const write = (chunk: unknown, ...rest: readonly unknown[]): boolean => {
    const isText = typeof chunk === 'string';
    if (!isActive || !(isText || chunk instanceof Uint8Array)) return own(chunk, ...rest);
    const [encoding] = rest;
    const isUtf8 = typeof encoding !== 'string' || /^utf-?8$/i.test(encoding);
    const text =
      isText && isUtf8
        ? chunk
        : decoder.write(isText ? Buffer.from(chunk, encoding as BufferEncoding) : Buffer.from(chunk));
    const done = rest.find((value) => typeof value === 'function');
    return take(text, (passed) => own(passed, ...(done === undefined ? [] : [done])));
  };
  stream.write = write;
  return {
    write: own,
    restore: () => {
      isActive = false;
      // Another may have intercepted after us: its way leads through ours, which then only passes on.
      if (stream.write === write) stream.write = before;
    },
  };
}
