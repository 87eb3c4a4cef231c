import type { Drawable } from './drawable.js';
import type { View } from './view.js';

/** Milliseconds from one drawing of all parts to the next, however fast points come ... */
const interval = 250;
/** ... and as a multiple of the time that drawing and painting take, so that a slow or busy machine is left some of it. */
const rest = 2;

/**
 * Draws parts of a panel when they are out of date: one a frame, as what a browser then has to paint counts too, and only
 * those that can be seen.
 */
export interface Redrawing {
  add(drawable: Drawable): void;
  /** Everything is out of date. `now` for what the user did, `soon` for points that came. */
  invalidate(when: 'now' | 'soon'): void;
  close(): void;
}

/** @param view what to draw from */
export function redrawing(view: () => View): Redrawing {
  const drawables = new Map<Element, Drawable>();
  const stale = new Set<Drawable>();
  const inSight = new Set<Element>();
  let frame: number | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  /** Milliseconds that drawing took since all was out of date, the painting of all but the last part included. */
  let spent = 0;
  let drawnAt: number | null = null;
  let invalidatedAt = -Infinity;

  const request = (): void => {
    frame ??= requestAnimationFrame(draw);
  };
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) inSight[isIntersecting ? 'add' : 'delete'](target);
      if (stale.size > 0) request();
    },
    { rootMargin: '200px' },
  );
  const draw = (): void => {
    frame = null;
    const start = performance.now();
    spent += start - (drawnAt ?? start);
    // What is hidden is never in sight, but may have something to show by now.
    const isWanted = ({ element }: Drawable): boolean => element.hidden || inSight.has(element);
    const wanted = [...stale].filter(isWanted);
    const next = wanted[0];
    if (next === undefined) return;
    next.draw(view());
    stale.delete(next);
    const isLast = wanted.length === 1;
    drawnAt = isLast ? null : start;
    if (!isLast) request();
  };
  const invalidateAll = (): void => {
    timer = null;
    invalidatedAt = performance.now();
    spent = 0;
    drawnAt = null;
    for (const drawable of drawables.values()) stale.add(drawable);
    request();
  };

  return {
    add(drawable) {
      drawables.set(drawable.element, drawable);
      observer.observe(drawable.element);
      stale.add(drawable);
      request();
    },
    invalidate(when) {
      if (when === 'now') {
        if (timer !== null) clearTimeout(timer);
        invalidateAll();
      } else {
        const wait = invalidatedAt + Math.max(interval, rest * spent) - performance.now();
        timer ??= setTimeout(invalidateAll, Math.max(0, wait));
      }
    },
    close() {
      observer.disconnect();
      if (timer !== null) clearTimeout(timer);
      if (frame !== null) cancelAnimationFrame(frame);
    },
  };
}
