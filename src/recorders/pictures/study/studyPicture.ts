import type { ProtocolStudy } from '../../../simulator/study/index.js';

/** A picture of a study, drawn from its cells and results; panels side by side, one a protocol as a rule. */
export interface StudyPicture {
  /** What it shows, in a few words; also its heading. */
  readonly title: string;
  /** One or two sentences on how to read it. */
  readonly caption: string;
  /**
   * Draws it as one svg element, labelled for screen readers, in the colours that the CSS variables of its page name.
   *
   * @param protocols the grids, as far as they were measured
   * @param document makes the elements: a page's own, or one of linkedom
   * @returns null when there is nothing to draw
   */
  draw(protocols: readonly ProtocolStudy[], document: Document): Element | null;
}
