import type { Protocol, Recorder } from '../../control/index.js';
import { renderStudyReport } from '../../recorders/node.js';
import {
  study,
  studyOf,
  type MeasuredCell,
  type Study,
  type StudySettings,
} from '../../simulator/study/index.js';
import type { WorkerPool } from '../../simulator/index.js';
import { writeAtomically, type Run, type RunStatus } from '../run/index.js';
import { studyFiles } from './studyFiles.js';
import { studyPoint } from './studyPoint.js';

/** A study that goes on, or how it ended. */
export interface RecordedStudy extends Study {
  readonly state: RunStatus['state'];
  readonly durationSeconds: number;
}

/** What is studied, by whom, and where it goes. */
export interface RecordStudyOptions {
  readonly settings: StudySettings;
  readonly protocols: readonly Protocol[];
  readonly pool: WorkerPool;
  readonly run: Run;
  /** Receives a point for each cell, beside the run's own files. */
  readonly recorder: Recorder;
  /** Stops the study between blocks of cells, with a report of what it has. */
  readonly signal: AbortSignal;
}

/**
 * Makes a study in a run folder: a point for each cell as it is measured, and report.json and report.html, which are written
 * anew with every protocol, so that a study that is killed leaves them as far as it had come.
 */
export async function recordStudy(options: RecordStudyOptions): Promise<RecordedStudy> {
  const { settings, protocols, pool, run, recorder, signal } = options;
  const start = performance.now();
  const cells: MeasuredCell[] = [];
  const recorded = (state: RunStatus['state'], done: Study): RecordedStudy => ({
    state,
    durationSeconds: Math.round((performance.now() - start) / 100) / 10,
    ...done,
  });
  const write = (so: RecordedStudy): void => {
    const files = studyFiles(run.folder);
    writeAtomically(files.results, `${JSON.stringify(so)}\n`);
    writeAtomically(files.report, renderStudyReport(so));
  };

  const done = await study({
    settings,
    protocols,
    pool,
    signal,
    onCells: async (more) => {
      for (const cell of more) {
        cells.push(cell);
        await recorder.record(studyPoint(cell, cells.length));
      }
      const isWhole = cells.length % settings.points ** 2 === 0;
      if (!isWhole) return;
      try {
        write(recorded('running', studyOf(settings, protocols, cells)));
      } catch (error) {
        // The one at the end must be written.
        run.tell('the report', `at cell ${cells.length}`, error);
      }
    },
  });
  const isWhole = cells.length === protocols.length * settings.points ** 2;
  const end = recorded(isWhole ? 'finished' : 'interrupted', done);
  write(end);
  return end;
}
