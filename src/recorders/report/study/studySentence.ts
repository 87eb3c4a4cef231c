import { match } from 'ts-pattern';
import type { StudyReportContent } from './studyReport.js';

/** How the study stands, in one sentence, so that nobody takes a part of it for the whole. */
export function studySentence({ state, protocols, settings, durationSeconds }: StudyReportContent): string {
  const measured = protocols.reduce((count, { cells }) => count + cells.length, 0);
  const of = `${measured} of ${protocols.length * settings.points ** 2} cells`;
  return match(state)
    .with('finished', () => `The study is finished: ${of} in ${durationSeconds} s.`)
    .with('running', () => `The study was going on when this was written, with ${of}.`)
    .with(
      'interrupted',
      () =>
        `The study was interrupted; this is what it had measured with ${of}, and results need a whole grid.`,
    )
    .with('failed', () => `The study failed; this is what it had measured with ${of}.`)
    .exhaustive();
}
