import * as Plot from '@observablehq/plot';
import type { MeasuredCell, ProtocolStudy } from '../../../simulator/study/index.js';
import { accessible } from '../accessible.js';
import { protocolName } from './protocolName.js';

/** What is drawn on the grids of the protocols. */
export interface Grids {
  readonly title: string;
  /** Marks on the cells of all protocols, `x` a column, `y` a row, `fx` the protocol's name. */
  readonly marks: (cells: readonly MeasuredCell[]) => readonly Plot.Markish[];
}

/** Draws the grid of each protocol, rates upwards and weight decays or radii to the right. */
export function drawGrids(
  protocols: readonly ProtocolStudy[],
  document: Document,
  { title, marks }: Grids,
): Element | null {
  const cells = protocols.flatMap((protocol) => protocol.cells);
  if (cells.length === 0) return null;
  const names = protocols.filter((one) => one.cells.length > 0).map(({ protocol }) => protocolName(protocol));
  const last = Math.max(...cells.map(({ row }) => row));
  const places = Array.from({ length: last + 1 }, (_, place) => place);
  const ends = { ticks: [0, last], tickFormat: (place: number) => (place === 0 ? 'low' : 'high') };
  const svg = Plot.plot({
    document,
    width: names.length === 1 ? 320 : 720,
    height: names.length === 1 ? 320 : 290,
    marginTop: 48,
    marginLeft: 62,
    marginBottom: 38,
    style: { fontSize: '12px', background: 'none' },
    fx: { domain: names, label: null, padding: 0.06 },
    x: { domain: places, padding: 0.04, label: 'weight decay, or radius of the sphere' },
    y: { padding: 0.04, domain: places.toReversed(), label: 'rate' },
    marks: [Plot.axisX(ends), Plot.axisY(ends), ...marks(cells)],
  });
  return accessible(svg, `${title}: ${names.join(', ')}`, document);
}
