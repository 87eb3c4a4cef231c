import { parentPort } from 'node:worker_threads';
import { answer } from '../answer.js';
import type { Request } from '../thread.js';

parentPort!.on('message', (request: Request) => {
  void answer(request).then(({ reply, transfer }) => parentPort!.postMessage(reply, transfer));
});
