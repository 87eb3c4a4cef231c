import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import type { Panel } from './gallery.js';

const columns = 5;
const lastStep = 120;
const colours = ['#2f6fdd', '#d1600f', '#1a8a5a'];
const ink = '#222';

/** One small picture a schedule, all on the same axes, as an svg on white. */
export function drawGallery(panels: readonly Panel[]): string {
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  const place = panels.map(({ name, curves }, i) => ({
    name,
    curves,
    fx: i % columns,
    fy: Math.floor(i / columns),
  }));
  const samples = place.flatMap(({ name, curves, fx, fy }) =>
    curves.flatMap(([, schedule], i) =>
      Array.from({ length: lastStep + 1 }, (_, step) => ({
        fx,
        fy,
        curve: `${name} ${i}`,
        colour: colours[i],
        step,
        value: schedule(step),
      })),
    ),
  );
  const label = `Every schedule over ${lastStep} steps: ${panels.map(({ name }) => name).join(', ')}`;
  const svg = Plot.plot({
    document,
    width: 1000,
    height: 900,
    marginTop: 26,
    marginBottom: 36,
    marginLeft: 30,
    style: { background: '#fff', color: ink, fontFamily: 'system-ui, sans-serif', fontSize: '11px' },
    ariaLabel: label,
    fx: { axis: null, padding: 0.12 },
    fy: { axis: null, padding: 0.32 },
    x: { domain: [0, lastStep], ticks: [0, 50, 100], label: 'step', tickSize: 3 },
    y: { domain: [0, 1.06], ticks: [0, 0.5, 1], label: null, tickSize: 3 },
    marks: [
      Plot.frame({ stroke: '#ccc' }),
      Plot.ruleX([100], { stroke: '#ddd', strokeDasharray: '3 3' }),
      Plot.line(samples, {
        fx: 'fx',
        fy: 'fy',
        x: 'step',
        y: 'value',
        z: 'curve',
        stroke: 'colour',
        strokeWidth: 1.8,
        clip: true,
      }),
      Plot.text(place, {
        fx: 'fx',
        fy: 'fy',
        text: 'name',
        frameAnchor: 'top-left',
        dy: -14,
        fontWeight: 'bold',
        fill: ink,
      }),
      ...colours.map((fill, row) =>
        Plot.text(
          place.filter(({ curves }) => (curves[row]?.[0] ?? '') !== ''),
          {
            fx: 'fx',
            fy: 'fy',
            text: ({ curves }: (typeof place)[number]) => curves[row]![0],
            frameAnchor: 'top-right',
            dx: -4,
            dy: 4 + 13 * row,
            fill,
            stroke: '#fff',
            strokeWidth: 3,
          },
        ),
      ),
    ],
  });
  svg.setAttribute('role', 'img');
  svg.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  return rounded(svg.outerHTML);
}

/** Coordinates to a tenth of a pixel, an element a line: what is seen, without what rounding may change. */
function rounded(svg: string): string {
  const coordinates = svg.replaceAll(/-?\d+\.\d+(?!\.|e)/g, (number) =>
    String(Number(Number(number).toFixed(1))),
  );
  return `${coordinates.replaceAll('><', '>\n<')}\n`;
}
