import type { View } from './view.js';

/** A part of a panel that is drawn from a view. */
export interface Drawable {
  readonly element: HTMLElement;
  draw(view: View): void;
}
