import { match } from 'ts-pattern';
import type { ComparedCandidate, Comparison, Spread } from './comparison.js';

/** The names of a comparison's columns. */
export function comparisonColumns({ settings }: Comparison): readonly string[] {
  return [
    'candidate',
    'rate',
    'test accuracy',
    'test loss',
    `steps to ${Number((100 * settings.target).toFixed(2))} %`,
    'standing',
  ];
}

/** The rows of a comparison's table, as text, the highest mean test accuracy first: mean ± standard deviation over seeds. */
export function comparisonRows({ candidates }: Comparison): readonly (readonly string[])[] {
  const sorted = candidates.toSorted(
    (one, other) => (other.testAccuracy?.mean ?? -1) - (one.testAccuracy?.mean ?? -1),
  );
  const tied = candidates.some(({ standing }) => standing === 'tied');
  return sorted.map((candidate) => [
    candidate.name,
    candidate.rate === null ? '-' : String(candidate.rate),
    spread(candidate.testAccuracy, (share) => `${(100 * share).toFixed(2)} %`),
    spread(candidate.testLoss, (value) => value.toPrecision(3)),
    steps(candidate),
    standingInWords(candidate, tied),
  ]);
}

function standingInWords({ standing, diverged, runs }: ComparedCandidate, tied: boolean): string {
  if (diverged > 0) return `diverged in ${diverged} of ${diverged + runs.length}`;
  return match(standing)
    .with('best', () => (tied ? 'highest, not alone' : 'highest'))
    .with('tied', () => 'ties with the highest')
    .with('behind', () => 'behind')
    .with('untested', () => 'lower, untested')
    .with('none', () => 'no result')
    .exhaustive();
}

function steps({ stepsToTarget, runs }: ComparedCandidate): string {
  if (runs.length === 0) return '-';
  if (stepsToTarget === null) return 'never';
  const mean = spread(stepsToTarget, (value) => String(Math.round(value)));
  return stepsToTarget.count === runs.length
    ? mean
    : `${mean} (${stepsToTarget.count} of ${runs.length} runs)`;
}

function spread(of: Spread | null, text: (value: number) => string): string {
  if (of === null) return '-';
  return of.deviation === null ? text(of.mean) : `${text(of.mean)} ± ${text(of.deviation)}`;
}
