import type { Axis, Figure, Mark, Panel } from './figure.js';
import { hasPlace, rangeOf } from './range.js';
import type { FittedAxis } from './scale.js';

/** A panel whose axes have ends. */
export interface FittedPanel extends Panel {
  readonly x: FittedAxis;
  readonly y: FittedAxis;
}

/** The panels of a figure with their axes: those in common span what all panels on them show. */
export function fitPanels({ x, y, panels }: Figure): readonly FittedPanel[] {
  const common = {
    x: fitted(
      x,
      'x',
      panels.filter((panel) => panel.x === undefined),
    ),
    y: fitted(
      y,
      'y',
      panels.filter((panel) => panel.y === undefined),
    ),
  };
  return panels.map((panel) => ({
    ...panel,
    x: panel.x === undefined ? common.x : fitted(panel.x, 'x', [panel]),
    y: panel.y === undefined ? common.y : fitted(panel.y, 'y', [panel]),
  }));
}

function fitted(axis: Axis, along: 'x' | 'y', panels: readonly Panel[]): FittedAxis {
  if (axis.domain?.every((end) => hasPlace(end, axis.scale))) return { ...axis, domain: axis.domain };
  const values = panels.flatMap(({ marks }) => marks.flatMap((mark) => valuesOf(mark, along)));
  return { ...axis, domain: rangeOf(values, axis.scale) };
}

/** What a mark has on an axis that the axis must span. */
function valuesOf(mark: Mark, along: 'x' | 'y'): readonly number[] {
  const part = along === 'x' ? 0 : 1;
  switch (mark.kind) {
    case 'line':
      return mark.places.flatMap((place) => (place === null ? [] : [place[part]]));
    case 'dots':
      return mark.places.map((place) => place[part]);
    case 'band':
      return along === 'x' ? mark.places.map(([x]) => x) : [];
    case 'cells':
      return mark.cells.flatMap((cell) => cell[along]);
    case 'rule':
      return mark.axis === along ? [mark.at] : [];
    case 'stretch':
    case 'label':
      return [];
  }
}
