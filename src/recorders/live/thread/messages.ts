import type { Point } from '../../../control/index.js';
import type { Alert } from '../../alerts/index.js';
import type { RunDescription } from '../../page/feed/message.js';
import type { LiveServerOptions } from '../liveServer.js';

/** What the thread of a page is begun with. */
export interface ThreadStart {
  readonly where: Pick<LiveServerOptions, 'port' | 'host'>;
  readonly run: Pick<RunDescription, 'id' | 'name' | 'total'>;
  /** Points and alerts of before. */
  readonly history: readonly Point[];
  readonly alerts: readonly Alert[];
  /** Whether it says itself, on standard error, where the page is. */
  readonly speaks: boolean;
  /** One 32-bit number in shared memory, in which the thread counts the points that it has taken. */
  readonly taken: SharedArrayBuffer;
}

/** What it is told, in this order. */
export type News =
  | { readonly kind: 'point'; readonly point: Point; readonly alerts: readonly Alert[] }
  | {
      readonly kind: 'end';
      readonly state: Exclude<RunDescription['state'], 'running'>;
      readonly reason: string | null;
    };

/** What it answers, once. Errors do not keep their class on the way, so a refusal says that it is one. */
export type Answer =
  | { readonly kind: 'listening'; readonly address: string; readonly lines: readonly string[] }
  | { readonly kind: 'refused'; readonly message: string };
