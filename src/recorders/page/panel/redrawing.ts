import type { Drawable } from './drawable.js';
import { pace } from './pace.js';
import type { View } from './view.js';

/** Milliseconds from one drawing of new points to the next: of the texts, and of the pictures at least and at most. */
const interval = { least: 250, most: 2000 };
/**
 * And of the pictures as a multiple of the time that drawing and painting took by the clock: then they take a tenth of it, so
 * that ten pages on one slow or busy machine seldom wait for each other.
 */
const rest = 9;

/** What a part is to who looks at it: a text costs little and is drawn anew often, a picture as often as the machine allows. */
export type Kind = 'text' | 'picture';

/**
 * Draws parts of a panel when they are out of date: one a frame, as what a browser then has to paint counts too, and only
 * those that can be seen.
 */
export interface Redrawing {
  add(kind: Kind, drawable: Drawable): void;
  /** Everything is out of date. `now` for what the user did, `soon` for points that came. */
  invalidate(when: 'now' | 'soon'): void;
  close(): void;
}

/** @param view what to draw from */
export function redrawing(view: () => View): Redrawing {
  const drawables: Readonly<Record<Kind, Map<Element, Drawable>>> = { text: new Map(), picture: new Map() };
  const stale: Readonly<Record<Kind, Set<Drawable>>> = { text: new Set(), picture: new Set() };
  const inSight = new Set<Element>();
  let frame: number | null = null;
  /** Milliseconds that drawing and painting the pictures took since they were out of date. */
  let spent = 0;

  const request = (): void => {
    frame ??= requestAnimationFrame(draw);
  };
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) inSight[isIntersecting ? 'add' : 'delete'](target);
      request();
    },
    { rootMargin: '200px' },
  );
  // What is hidden is never in sight, but may have something to show by now.
  const isWanted = ({ element }: Drawable): boolean => element.hidden || inSight.has(element);
  const draw = (): void => {
    frame = null;
    const kind = [...stale.text].some(isWanted) ? 'text' : 'picture';
    const next = [...stale[kind]].find(isWanted);
    if (next === undefined) return;
    const start = performance.now();
    next.draw(view());
    // What is put off from a frame comes after it has been painted.
    if (kind === 'picture') setTimeout(() => (spent += performance.now() - start));
    stale[kind].delete(next);
    request();
  };
  const outOfDate = (kind: Kind): void => {
    for (const drawable of drawables[kind].values()) stale[kind].add(drawable);
    request();
  };
  const paces = {
    text: pace(
      () => interval.least,
      () => outOfDate('text'),
    ),
    picture: pace(
      () => Math.min(Math.max(interval.least, rest * spent), interval.most),
      () => {
        spent = 0;
        outOfDate('picture');
      },
    ),
  };

  return {
    add(kind, drawable) {
      drawables[kind].set(drawable.element, drawable);
      observer.observe(drawable.element);
      stale[kind].add(drawable);
      request();
    },
    invalidate(when) {
      for (const each of Object.values(paces)) each[when]();
    },
    close() {
      observer.disconnect();
      for (const each of Object.values(paces)) each.close();
      if (frame !== null) cancelAnimationFrame(frame);
    },
  };
}
