import type { Comparison } from './comparison.js';

/** How the candidates were tuned, and what the table's words mean. */
export function tuningSentence({ settings, candidates }: Comparison): string {
  const { seeds, steps, tuningSteps, validationShare } = settings;
  const rates = candidates[0]?.tried.length ?? 0;
  return (
    `Each candidate was given ${rates} base ${rates === 1 ? 'rate' : 'rates'}, tried for ${tuningSteps} steps on one other seed and judged on ` +
    `${Number((100 * validationShare).toFixed(1))} % of the training images, which were kept apart; the best was then run for ` +
    `${steps} steps on ${seeds} ${seeds === 1 ? 'seed' : 'seeds'} and judged on the test images. ± is the standard deviation over seeds. ` +
    `A difference of at most two standard errors is called a tie.`
  );
}
