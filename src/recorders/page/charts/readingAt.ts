import type { Figure, Place } from '../../figure/index.js';
import { brief } from '../panel/brief.js';

/** The values of a chart's lines nearest to a position. */
export function readingAt({ x, panels }: Figure, position: number): string {
  const values = panels.flatMap(({ marks }) =>
    marks.flatMap((mark) => {
      if (mark.kind !== 'line') return [];
      const place = nearest(mark.places, position);
      return place === null ? [] : [`${mark.name} ${brief(place[1])}`];
    }),
  );
  return [`${x.label} ${brief(Math.round(position))}`, ...values].join('   ');
}

function nearest(places: readonly (Place | null)[], position: number): Place | null {
  let best: Place | null = null;
  for (const place of places) {
    if (place === null) continue;
    if (best === null || Math.abs(place[0] - position) < Math.abs(best[0] - position)) best = place;
  }
  return best;
}
