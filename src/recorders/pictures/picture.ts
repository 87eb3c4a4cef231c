import type { Figure } from '../figure/index.js';

/** A figure with the words that stand around it. */
export interface Picture {
  /** What it shows, in a few words. */
  readonly title: string;
  /** One or two sentences on how to read it. */
  readonly caption: string;
  /** Null where there is nothing to draw. */
  readonly figure: Figure | null;
  /** What would have to be measured for it. */
  readonly needs: readonly string[];
}
