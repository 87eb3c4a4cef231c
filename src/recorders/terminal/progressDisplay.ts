import type { Point, Recorder } from '../../control/index.js';
import { boundedSeries } from './boundedSeries.js';
import { glyphsOf } from './glyphs.js';
import { openLiveBlock, type LiveBlock } from './liveRegion.js';
import { progressLine } from './progressLine.js';
import { progressRows } from './progressRows.js';
import { timeLeft } from './timeLeft.js';

/** Milliseconds between two drawings. */
const leastInterval = 100;
/** More than a sparkline has characters, so that no character stands for parts of values. */
const keptTemperatures = 256;

/**
 * A display drawn in place at the bottom of a terminal, begun with the first point. A value that a point leaves out stays as
 * it was. When it is closed, the last state stays as one line.
 */
export function progressDisplay(total: number, stream: NodeJS.WriteStream): Recorder {
  const glyphs = glyphsOf(process.env);
  const left = timeLeft(total);
  const temperatures = boundedSeries(keptTemperatures);
  let isTotal = true;
  let known: Point | undefined;
  let remaining = '';
  let lastDrawn = -Infinity;
  let block: LiveBlock | undefined;

  const keepTemperature = ({ temperature, totalTemperature }: Point): void => {
    if (isTotal && typeof temperature === 'number') {
      temperatures.clear();
      isTotal = false;
    }
    const value = isTotal ? totalTemperature : temperature;
    if (typeof value === 'number' && Number.isFinite(value)) temperatures.add(value);
  };
  const draw = (): void => {
    block ??= openLiveBlock(stream, {
      rows: (columns) =>
        progressRows(
          { point: known!, total, temperatures: temperatures.values(), timeLeft: remaining },
          columns,
          glyphs,
        ),
      lastLine: () => progressLine(known!, total, ''),
    });
    block.refresh();
  };
  return {
    record: (point) => {
      known = { ...known, ...point };
      remaining = left(point.step);
      keepTemperature(point);
      const now = performance.now();
      if (now - lastDrawn < leastInterval) return;
      lastDrawn = now;
      draw();
    },
    close: () => block?.close(),
  };
}
