import type { ProtocolStudy } from '../../../simulator/study/index.js';
import type { Figure } from '../../figure/index.js';

/** A picture of a study, made from its cells and results; panels side by side, one a protocol as a rule. */
export interface StudyPicture {
  /** What it shows, in a few words; also its heading. */
  readonly title: string;
  /** One or two sentences on how to read it. */
  readonly caption: string;
  /**
   * @param protocols the grids, as far as they were measured
   * @returns null when there is nothing to draw
   */
  figure(protocols: readonly ProtocolStudy[]): Figure | null;
}
