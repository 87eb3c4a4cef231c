import type { Drawable } from './drawable.js';
import type { View } from './view.js';

/** Milliseconds from one drawing of all parts to the next: at least, however fast points come, and at most. */
const interval = { least: 250, most: 2000 };
/**
 * And as a multiple of the time that drawing and painting took by the clock: then they take a tenth of it, so that ten pages
 * on one slow or busy machine seldom wait for each other.
 */
const rest = 9;

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
  /** Milliseconds that drawing and painting took since all was out of date. */
  let spent = 0;
  let invalidatedAt = -Infinity;
  const painted = afterPainting((start) => (spent += performance.now() - start));

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
    // What is hidden is never in sight, but may have something to show by now.
    const isWanted = ({ element }: Drawable): boolean => element.hidden || inSight.has(element);
    const wanted = [...stale].filter(isWanted);
    const next = wanted[0];
    if (next === undefined) return;
    painted.tell(performance.now());
    next.draw(view());
    stale.delete(next);
    if (wanted.length > 1) request();
  };
  const invalidateAll = (): void => {
    timer = null;
    invalidatedAt = performance.now();
    spent = 0;
    for (const drawable of drawables.values()) stale.add(drawable);
    request();
  };

  const invalidateRested = (): void => {
    // Asked anew when the time has come: drawing may have gone on meanwhile.
    const apart = Math.min(Math.max(interval.least, rest * spent), interval.most);
    const wait = invalidatedAt + apart - performance.now();
    if (wait > 0) timer = setTimeout(invalidateRested, wait);
    else invalidateAll();
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
      } else if (timer === null) invalidateRested();
    },
    close() {
      observer.disconnect();
      painted.close();
      if (timer !== null) clearTimeout(timer);
      if (frame !== null) cancelAnimationFrame(frame);
    },
  };
}

/** Calls back with what it is told in a frame once the frame has been painted: a message waits for that, as any task does. */
function afterPainting(then: (told: number) => void): { tell(told: number): void; close(): void } {
  const { port1: here, port2: there } = new MessageChannel();
  here.onmessage = ({ data }: MessageEvent<number>) => then(data);
  return { tell: (told) => there.postMessage(told), close: () => here.close() };
}
