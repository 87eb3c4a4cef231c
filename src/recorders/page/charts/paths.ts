import uPlot from 'uplot';

type Data = uPlot.AlignedData[number];

/** CSS pixels of a line. */
export const lineWidth = 1.5;

/**
 * The path of a line that turns in every column, as one of very many points does: drawn several times side by side, one
 * device pixel wide, it looks as one of the whole width, which a browser without a graphics processor strokes ten times as
 * slowly.
 */
export const denseLine: uPlot.Series.PathBuilder = (plot, series) => {
  const stroke = new Path2D();
  const values = plot.data[series]!;
  const scale = plot.series[series]!.scale!;
  const places = placesOf(plot, values, scale);
  const width = Math.max(1, lineWidth * uPlot.pxRatio);
  const times = Math.ceil(width);
  for (let time = 0; time < times; time += 1) {
    const shift = (width - 1) * (times === 1 ? 0 : time / (times - 1) - 0.5);
    places.forEach(([x, y], i) => stroke[i === 0 ? 'moveTo' : 'lineTo'](x + shift, y + shift));
  }
  return { stroke };
};

/**
 * The path of a band between a series and the next one, each at its outermost in every column: one area with few corners to
 * fill, which takes a tenth of filling between lines that turn in every column, and of clipping one by the other.
 */
export const bandDownToNext: uPlot.Series.PathBuilder = (plot, series) => {
  const fill = new Path2D();
  const scale = plot.series[series]!.scale!;
  const upper = placesOf(plot, outermost(plot.data[series]!, Math.max), scale);
  const lower = placesOf(plot, outermost(plot.data[series + 1]!, Math.min), scale);
  for (const [x, y] of [...upper, ...lower.toReversed()]) fill.lineTo(x, y);
  return { fill };
};

/** The lower edge of a band, which is drawn with the upper one. */
export const nothing: uPlot.Series.PathBuilder = () => null;

/** Of the two values of each column one, in the first of its two places. */
function outermost(values: Data, pick: (a: number, b: number) => number): Data {
  return Array.from(values, (value, i) => {
    if (i % 2 === 1 || value === null || value === undefined) return null;
    return pick(value, values[i + 1] ?? value);
  });
}

/** Where the values of a series stand on the canvas. */
function placesOf(plot: uPlot, values: Data, scale: string): [x: number, y: number][] {
  const positions = plot.data[0];
  const places: [number, number][] = [];
  for (let i = 0; i < positions.length; i += 1) {
    const value = values[i];
    if (value === null || value === undefined) continue;
    places.push([plot.valToPos(positions[i]!, 'x', true), plot.valToPos(value, scale, true)]);
  }
  return places;
}
