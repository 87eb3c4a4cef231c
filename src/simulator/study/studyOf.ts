import type { Protocol } from '../../control/index.js';
import type { MeasuredCell } from './measurement/measuredCell.js';
import { potentialMinima, type PotentialMinimum } from './results/potentialMinima.js';
import type { StudyResult } from './results/studyResult.js';
import { studyResults } from './results/studyResults.js';
import type { StudySettings } from './studySettings.js';

/** The grid of one protocol, as far as it was measured. */
export interface ProtocolStudy {
  readonly protocol: Protocol;
  /** Row by row. */
  readonly cells: readonly MeasuredCell[];
  /** Empty until the whole grid is measured, and so are the minima. */
  readonly results: readonly StudyResult[];
  readonly minima: readonly PotentialMinimum[];
}

/** A study, as far as it went. */
export interface Study {
  readonly settings: StudySettings;
  readonly protocols: readonly ProtocolStudy[];
}

/** The study that measured cells make; results need the whole grid of their protocol. */
export function studyOf(
  settings: StudySettings,
  protocols: readonly Protocol[],
  measured: readonly MeasuredCell[],
): Study {
  return {
    settings,
    protocols: protocols.map((protocol) => {
      const cells = measured.filter((cell) => cell.protocol === protocol);
      const isWhole = cells.length === settings.points ** 2;
      return {
        protocol,
        cells,
        results: isWhole ? studyResults(cells) : [],
        minima: isWhole ? potentialMinima(cells) : [],
      };
    }),
  };
}
