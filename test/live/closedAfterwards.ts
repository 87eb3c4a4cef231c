import { afterEach } from 'vitest';

/** Keeps things until the test is over, and closes them then, the newest first. */
export function closedAfterwards(): <Thing extends { close(): unknown }>(thing: Thing) => Thing {
  const open: { close(): unknown }[] = [];
  afterEach(async () => {
    for (const thing of open.splice(0).toReversed()) await thing.close();
  });
  return (thing) => {
    open.push(thing);
    return thing;
  };
}
