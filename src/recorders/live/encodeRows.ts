import type { PointsMessage } from '../page/feed/message.js';
import type { Rows } from '../page/table/index.js';

/** The message that carries rows to a page. */
export function encodeRows(run: string, generation: string, { count, numbers, texts }: Rows): PointsMessage {
  return {
    run,
    generation,
    count,
    numbers: numbers.map(([name, column]) => [
      name,
      Buffer.from(column.buffer, column.byteOffset, column.byteLength).toString('base64'),
    ]),
    texts,
  };
}
