import type { Protocol } from '../../control/index.js';
import type { WorkerPool } from '../workers/workerPool.js';
import { studyGrid } from './grid/studyGrid.js';
import type { CellBlock } from './measurement/measureCells.js';
import { measuredCell, type MeasuredCell } from './measurement/measuredCell.js';
import { requireStudySettings } from './requireStudySettings.js';
import { studyOf, type Study } from './studyOf.js';
import { studyProtocols } from './studyProtocols.js';
import { publishedStudy, type StudySettings } from './studySettings.js';

/** What is studied, and by whom. */
export interface StudyOptions {
  /** Default the published ones. */
  readonly settings?: StudySettings;
  /** Default all three. */
  readonly protocols?: readonly Protocol[];
  /** Whoever started it ends it. */
  readonly pool: WorkerPool;
  /** Stops the study between blocks of cells; what was measured stays. */
  readonly signal?: AbortSignal;
  /** Told of cells as they are measured, in the order of the grids. */
  readonly onCells?: (cells: readonly MeasuredCell[]) => void | Promise<void>;
}

/** Chains that run side by side in a worker: enough to share the cost of a call, few enough for progress to show. */
const mostChains = 40;

/**
 * The whole toy study of arXiv 2511.07308: a chain for each cell of the grid of each protocol, run from r = 1 to rest, and
 * what they show of energy, entropy, radius, pressure and potentials beside what theory has them show.
 *
 * The seed decides every number; how many workers there are does not matter.
 *
 * @throws ThermoError for settings that do not fit each other.
 */
export async function study(options: StudyOptions): Promise<Study> {
  const { settings = publishedStudy, protocols = studyProtocols, pool, signal, onCells } = options;
  requireStudySettings(settings);
  const blocks = protocols.flatMap((protocol) => blocksOf(protocol, settings));
  const measured: (readonly MeasuredCell[])[] = [];
  const left = blocks.entries();
  let told = 0;
  let telling = Promise.resolve();

  const tell = async (): Promise<void> => {
    for (; measured[told] !== undefined; told++) await onCells?.(measured[told]!);
  };
  const work = async (): Promise<void> => {
    for (const [place, block] of left) {
      const shown = await pool.run('measureCells', block);
      measured[place] = block.cells.map((cell, i) => measuredCell(cell, shown[i]!, settings));
      telling = telling.then(tell);
      await telling;
      if (signal?.aborted) return;
    }
  };
  await Promise.all(Array.from({ length: pool.workers }, work));
  return studyOf(settings, protocols, measured.flat());
}

function blocksOf(protocol: Protocol, settings: StudySettings): CellBlock[] {
  const cells = studyGrid(protocol, settings.points);
  const firstChain = studyProtocols.indexOf(protocol) * cells.length;
  const count = Math.ceil(cells.length / mostChains);
  const size = Math.ceil(cells.length / count);
  return Array.from({ length: Math.ceil(cells.length / size) }, (_, block) => ({
    cells: cells.slice(block * size, (block + 1) * size),
    firstChain: firstChain + block * size,
    settings,
  }));
}
