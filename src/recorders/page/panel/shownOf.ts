import type { Shown } from '../../pictures/shown.js';
import type { View } from './view.js';
import { windowOf } from './windowOf.js';

/** What figures are made from: the runs of a view that are shown, as the user has chosen to see them. */
export function shownOf(view: View): Shown {
  const { against, scale, smoothing } = view.choices;
  return {
    runs: view.runs
      .filter(({ isShown }) => isShown)
      .map(({ description, table, colour }) => ({ name: description.name, columns: table, colour })),
    against,
    scale,
    smoothing,
    window: windowOf(view),
  };
}
