import { answer } from '../answer.js';
import type { Request } from '../thread.js';

/** Makes this worker of a browser do the tasks that it is sent. */
export function answerRequests(): void {
  // The page's own types stand for the worker's here: both post and receive in the same way.
  globalThis.addEventListener('message', ({ data }: MessageEvent<Request>) => {
    void answer(data).then(({ reply, transfer }) => globalThis.postMessage(reply, { transfer }));
  });
}
