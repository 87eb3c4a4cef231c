import type { TaskName } from './tasks.js';

/** What a thread is sent. */
export interface Request {
  readonly name: TaskName;
  readonly data: unknown;
}

/** What it sends back. Errors do not keep their class on the way, so a refusal says that it is one. */
export type Reply =
  | { readonly kind: 'done'; readonly result: unknown }
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'failed'; readonly error: unknown };

/** One thread, of whatever platform. It is given one request at a time. */
export interface Thread {
  post(request: Request): void;
  /** Ends it at once. */
  end(): Promise<void>;
}

/** What a thread tells. */
export interface ThreadEvents {
  reply(reply: Reply): void;
  /** It will never reply. */
  death(cause: unknown): void;
}

/** Starts a thread. */
export type StartThread = (events: ThreadEvents) => Thread;
