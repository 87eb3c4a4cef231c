import { match } from 'ts-pattern';
import type { ReportContent } from './report.js';

/** How the run stands, in one sentence, so that nobody takes a part of a run for the whole. */
export function stateSentence({ state, reason, points }: ReportContent): string {
  const step = points.at(-1)?.step ?? 0;
  const because = reason === null ? '' : ` (${reason})`;
  return match(state)
    .with('finished', () => `The run is finished, at step ${step}.`)
    .with('running', () => `The run is still going on; this is what it had recorded by step ${step}.`)
    .with(
      'interrupted',
      () => `The run was interrupted at step ${step}${because}; this is what it had recorded by then.`,
    )
    .with('failed', () => `The run failed at step ${step}${because}; this is what it had recorded by then.`)
    .exhaustive();
}
