import type { Shown } from '../../pictures/shown.js';
import { keptUp } from '../table/index.js';
import type { View } from './view.js';

/** What figures are made from: the runs of a view that are shown, as the user has chosen to see them. */
export function shownOf({ runs, choices }: View): Shown {
  return {
    runs: runs
      .filter(({ isShown }) => isShown)
      .map(({ description, table, colour }) => ({
        name: description.name,
        columns: table,
        gather: (name, wish, begin) => keptUp(table, name, wish, begin),
        colour,
      })),
    ...choices,
  };
}
