import { closeSync, fsyncSync, openSync } from 'node:fs';
import { teeTelling, tellFailures } from '../../control/index.js';
import { type Recorder, csvRecorder, jsonLinesRecorder } from '../../recorders/node.js';
import { timed } from '../../recorders/timed.js';
import { jsonText } from './jsonText.js';
import type { FolderLock } from './lockFolder.js';
import type { Run } from './run.js';
import type { RunConfig } from './runConfig.js';
import { runFiles } from './runFiles.js';
import type { RunStatus } from './runStatus.js';
import { saveCheckpoint } from './saveCheckpoint.js';
import { writeAtomically } from './writeAtomically.js';

/** Opens a locked folder that holds a configuration for writing, as a run that goes on. */
export function writeRun(folder: string, config: RunConfig, lock: FolderLock): Run {
  const files = runFiles(folder);
  const writeStatus = (state: RunStatus['state'], reason: string | null): void =>
    writeAtomically(files.status, jsonText({ state, reason, since: new Date().toISOString() }));
  writeStatus('running', null);
  const tell = tellFailures();
  const written = teeTelling(
    tell,
    jsonLinesRecorder(files.points),
    csvRecorder(files.table, { columns: config.columns }),
  );
  const recorder: Recorder = {
    record: (point) => written.record(timed(point)),
    close: () => written.close(),
  };
  let hasEnded = false;
  return {
    folder,
    config,
    notes: lock.note === null ? [] : [lock.note],
    recorder,
    tell,
    saveCheckpoint: (step, contents) => {
      syncFile(files.points);
      syncFile(files.table);
      saveCheckpoint(files.checkpoints, step, contents);
    },
    writeSummary: (summary) => writeAtomically(files.summary, jsonText(summary)),
    end(state, reason) {
      if (hasEnded) return;
      hasEnded = true;
      endRun(recorder, lock, () => writeStatus(state, reason ?? null));
    },
  };
}

function endRun(recorder: Recorder, lock: FolderLock, writeStatus: () => void): void {
  try {
    void recorder.close();
  } finally {
    try {
      writeStatus();
    } finally {
      lock.release();
    }
  }
}

function syncFile(file: string): void {
  const descriptor = openSync(file, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
