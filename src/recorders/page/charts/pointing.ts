import { plotArea, type Figure, type PlotArea } from '../../figure/index.js';
import { element } from '../panel/element.js';

/** Pixels of a drag at least; less is a click. */
const leastDrag = 5;

/** What a user does with the pointer over a chart. */
export interface Pointing {
  /** Points at a position of the x axis; null when no more. */
  at(position: number | null): void;
  /** Has dragged over a stretch. */
  dragOver(stretch: readonly [number, number]): void;
}

/**
 * Lies over a chart and follows the pointer, with a line where it is and an area while it drags.
 *
 * @param figure what is drawn at the moment, as wide as this is
 */
export function pointing(
  figure: () => Figure | null,
  { at, dragOver }: Pointing,
): { readonly element: HTMLElement } {
  const cursor = element('div', { class: 'thermo-cursor' });
  const area = element('div', { class: 'thermo-area' });
  const over = element('div', { class: 'thermo-over' }, cursor, area);
  cursor.hidden = true;
  area.hidden = true;
  /** Where a drag began, in the figure's pixels. */
  let begun: number | null = null;

  /** Where the pointer is, in the figure's pixels and within its frame. */
  const follow = (event: PointerEvent): { readonly plot: PlotArea; readonly x: number } | null => {
    const drawn = figure();
    if (drawn === null) return null;
    const plot = plotArea(drawn);
    const { left, width } = over.getBoundingClientRect();
    const x = ((event.clientX - left) / width) * drawn.size.width;
    return { plot, x: Math.min(plot.right, Math.max(plot.left, x)) };
  };
  const put = (part: HTMLElement, { top, bottom }: PlotArea, left: number, width: number): void => {
    part.hidden = false;
    Object.assign(part.style, {
      left: `${left}px`,
      width: `${width}px`,
      top: `${top}px`,
      height: `${bottom - top}px`,
    });
  };
  const leave = (): void => {
    cursor.hidden = true;
    area.hidden = true;
    begun = null;
    at(null);
  };

  over.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    begun = follow(event)?.x ?? null;
    over.setPointerCapture(event.pointerId);
  });
  over.addEventListener('pointermove', (event) => {
    const here = follow(event);
    if (here === null) return leave();
    put(cursor, here.plot, here.x, 0);
    if (begun !== null) put(area, here.plot, Math.min(begun, here.x), Math.abs(begun - here.x));
    at(here.plot.fromX(here.x));
  });
  over.addEventListener('pointerup', (event) => {
    const here = follow(event);
    const from = begun;
    leave();
    if (here === null || from === null || Math.abs(from - here.x) < leastDrag) return;
    const { fromX } = here.plot;
    dragOver([fromX(Math.min(from, here.x)), fromX(Math.max(from, here.x))]);
  });
  over.addEventListener('pointerleave', leave);
  over.addEventListener('pointercancel', leave);
  return { element: over };
}
