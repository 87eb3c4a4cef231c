import type { Study } from '../../../simulator/study/index.js';

/** What the report of a study is made of. */
export interface StudyReportContent extends Study {
  readonly state: 'running' | 'finished' | 'interrupted' | 'failed';
  readonly durationSeconds: number;
}
