import type { Point } from '../../control/index.js';

/** A picture of a run, drawn from its points. */
export interface Picture {
  /** What it shows, in a few words; also its heading. */
  readonly title: string;
  /** One or two sentences on how to read it. */
  readonly caption: string;
  /** The fields of a point that it draws from; without a finite value of the first, there is nothing to draw. */
  readonly fields: readonly [string, ...string[]];
  /**
   * Draws it as one svg element, labelled for screen readers. Its colours are the CSS variables --series-1, --series-2,
   * --muted, --shade and --surface of the page, with fallbacks for a white page; text is in the page's own colour.
   *
   * @param points in the order of their steps; values that are missing or not finite are passed over
   * @param document makes the elements: a page's own, or one of linkedom
   * @returns null when there is nothing to draw
   */
  draw(points: readonly Point[], document: Document): Element | null;
}
