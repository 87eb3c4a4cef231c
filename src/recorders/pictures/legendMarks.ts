import * as Plot from '@observablehq/plot';

/** The names of the series in their colours, right-aligned above the frame, the last one outermost. */
export function legendMarks(
  series: readonly { readonly name: string; readonly colour: string }[],
): Plot.Markish[] {
  let offset = 0;
  return series.toReversed().map(({ name, colour }) => {
    const text = `● ${name}`;
    const mark = Plot.text([text], {
      text: [text],
      frameAnchor: 'top-right',
      dy: -22,
      dx: -offset,
      fill: colour,
    });
    offset += 7 * text.length + 8;
    return mark;
  });
}
