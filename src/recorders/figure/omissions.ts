import type { Mark } from './figure.js';
import type { FittedPanel } from './fit.js';
import { hasPlace } from './range.js';

/** What could not be drawn, in one sentence; null where all was. */
export function omissions(panels: readonly FittedPanel[]): string | null {
  let nowhere = 0;
  let belowLog = 0;
  let drawn = 0;
  for (const { x, y, marks } of panels)
    for (const mark of marks) {
      if (mark.kind === 'line' && mark.omitted !== undefined) {
        nowhere += mark.omitted.notFinite;
        belowLog += mark.omitted.belowLog;
      }
      for (const place of placesOf(mark)) {
        if (!place.every((value) => hasPlace(value, 'linear'))) nowhere += 1;
        else if (!hasPlace(place[0], x.scale) || !hasPlace(place[1], y.scale)) belowLog += 1;
        else drawn += 1;
      }
    }
  const counts = [
    ...(belowLog === 0 ? [] : [`${numberOf(belowLog)} of 0 or below on a logarithmic axis`]),
    ...(nowhere === 0 ? [] : [`${numberOf(nowhere)} not finite`]),
  ];
  if (counts.length > 0) return `Not drawn: ${counts.join('; ')}.`;
  return drawn === 0 ? 'There is nothing to draw.' : null;
}

function numberOf(count: number): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? 'value' : 'values'}`;
}

function placesOf(mark: Mark): readonly (readonly [number, number])[] {
  if (mark.kind === 'line') return mark.places.filter((place) => place !== null);
  if (mark.kind === 'dots') return mark.places;
  if (mark.kind === 'band') return mark.places.map(([x, , high]) => [x, high]);
  if (mark.kind === 'cells') return mark.cells.map(({ x, y }) => [x[0], y[0]]);
  return [];
}
