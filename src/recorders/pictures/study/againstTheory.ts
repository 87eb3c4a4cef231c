import * as Plot from '@observablehq/plot';
import type { MeasuredCell, ProtocolStudy } from '../../../simulator/study/index.js';
import { colours } from '../colours.js';
import { drawPanels } from './drawPanels.js';
import { protocolName } from './protocolName.js';

/** A measured quantity against what theory has it be, both on one logarithmic scale. */
export interface AgainstTheory {
  readonly title: string;
  readonly measured: string;
  readonly expected: string;
  readonly value: (cell: MeasuredCell) => number;
  readonly theory: (cell: MeasuredCell) => number;
}

/** Draws a quantity against its theory, a panel a protocol, a dot a cell, with the line where they are equal. */
export function againstTheory(
  protocols: readonly ProtocolStudy[],
  document: Document,
  { title, measured, expected, value, theory }: AgainstTheory,
): Element | null {
  const cells = protocols.flatMap((protocol) => protocol.cells);
  if (cells.length === 0) return null;
  const expectations = cells.map(theory);
  const domain = [Math.min(...expectations), Math.max(...expectations)];
  return drawPanels(document, {
    title,
    names: protocols.filter((one) => one.cells.length > 0).map(({ protocol }) => protocolName(protocol)),
    x: { type: 'log', label: expected, domain },
    y: { type: 'log', label: measured, domain, ticks: 4 },
    marks: [
      Plot.line(
        domain.map((end) => [end, end] as [number, number]),
        { stroke: colours.muted },
      ),
      Plot.dot(cells, {
        fx: (cell: MeasuredCell) => protocolName(cell.protocol),
        x: theory,
        y: value,
        r: 1.8,
        fill: colours.first,
        fillOpacity: 0.5,
      }),
    ],
  });
}
