import type { Drawable } from './drawable.js';
import { pace } from './pace.js';
import type { View } from './view.js';

/** Milliseconds from one drawing of new points to the next, at least. */
const interval = 250;
/**
 * After a picture the page rests for this multiple of the time that drawing and painting it took by the clock, up to so many
 * milliseconds: then pictures take a tenth of its time, evenly spread, so that ten pages on one slow or busy machine seldom
 * wait for each other.
 */
const rest = { times: 19, most: 1000 };

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
  const drawables = new Map<Drawable, Kind>();
  /** Out of date, those that have waited longest first. */
  const stale = new Set<Drawable>();
  /** Drawn without a rest: what the user changed, or has only now in sight. */
  const urgent = new Set<Drawable>();
  const inSight = new Set<Element>();
  let frame: number | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  /** When the rest after the last picture is over. */
  let rested = -Infinity;
  let isClosed = false;

  const request = (): void => {
    if (!isClosed) frame ??= requestAnimationFrame(draw);
  };
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        inSight[isIntersecting ? 'add' : 'delete'](target);
        if (!isIntersecting) continue;
        for (const drawable of stale) if (drawable.element === target) urgent.add(drawable);
      }
      request();
    },
    { rootMargin: '200px' },
  );
  // What is hidden is never in sight, but may have something to show by now.
  const isWanted = ({ element }: Drawable): boolean => element.hidden || inSight.has(element);
  const isAtOnce = (drawable: Drawable): boolean =>
    drawables.get(drawable) === 'text' || urgent.has(drawable);
  const draw = (): void => {
    frame = null;
    const wanted = [...stale].filter(isWanted);
    const next = wanted.find(isAtOnce) ?? wanted[0];
    if (next === undefined) return;
    const left = rested - performance.now();
    if (left > 0 && !isAtOnce(next)) {
      timer ??= setTimeout(() => {
        timer = null;
        request();
      }, left);
      return;
    }
    const start = performance.now();
    next.draw(view());
    stale.delete(next);
    urgent.delete(next);
    if (drawables.get(next) === 'text') return request();
    // What is put off from a frame comes after it has been painted.
    setTimeout(() => {
      const now = performance.now();
      rested = now + Math.min(rest.times * (now - start), rest.most);
      request();
    });
  };
  const outOfDate = (kind: Kind): void => {
    for (const [drawable, its] of drawables) if (its === kind) stale.add(drawable);
    request();
  };
  const paces = (['text', 'picture'] as const).map((kind) => pace(interval, () => outOfDate(kind)));

  return {
    add(kind, drawable) {
      drawables.set(drawable, kind);
      observer.observe(drawable.element);
      stale.add(drawable);
      urgent.add(drawable);
      request();
    },
    invalidate(when) {
      if (when === 'now') for (const drawable of drawables.keys()) urgent.add(drawable);
      for (const each of paces) each[when]();
    },
    close() {
      isClosed = true;
      observer.disconnect();
      for (const each of paces) each.close();
      if (frame !== null) cancelAnimationFrame(frame);
      if (timer !== null) clearTimeout(timer);
    },
  };
}
