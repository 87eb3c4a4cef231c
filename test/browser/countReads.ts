/** What a page counts of itself. */
export interface PageCounts {
  /** Times that something was read from the graphics device so far. */
  reads: number;
  /** `reads` as each step of the optimizer began. */
  readonly atSteps: number[];
}

/**
 * Counts what is read from the graphics device, at the two calls of the browser through which every read passes, and so
 * those of tfjs's backends. Runs in the page before anything else; keeps the counts as `counts`.
 */
export function countReads(): void {
  const counts: PageCounts = { reads: 0, atSteps: [] };
  Object.assign(globalThis, { counts });
  const count = (prototype: object, name: string, isRead: (parameters: unknown[]) => boolean): void => {
    const original = Reflect.get(prototype, name) as (...parameters: unknown[]) => unknown;
    Reflect.set(prototype, name, function (this: unknown, ...parameters: unknown[]) {
      if (isRead(parameters)) counts.reads += 1;
      return original.apply(this, parameters);
    });
  };
  count(WebGL2RenderingContext.prototype, 'readPixels', () => true);
  // A buffer is also mapped to write to it.
  if ('GPUBuffer' in globalThis) count(GPUBuffer.prototype, 'mapAsync', ([mode]) => mode === GPUMapMode.READ);
}
