import type { Axis, Figure, Panel } from '../../figure/index.js';

/** Panels side by side as a figure; null when there are none. */
export function panelsFigure(
  title: string,
  panels: readonly (Panel & { readonly title: string })[],
  axes: { readonly x: Axis; readonly y: Axis },
): Figure | null {
  if (panels.length === 0) return null;
  return {
    title,
    description: `${title}: ${panels.map((panel) => panel.title).join(', ')}.`,
    columns: panels.length === 4 ? 2 : Math.min(3, panels.length),
    size: { width: 720, panelHeight: 210 },
    ...axes,
    panels,
  };
}
