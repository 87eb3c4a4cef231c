import type { MeasuredCell, ProtocolStudy } from '../../../simulator/study/index.js';
import type { Cells, Figure, Mark } from '../../figure/index.js';
import { protocolName } from './protocolName.js';

/** A cell of a mark on a grid. */
export type GridCell = Cells['cells'][number];

/** The grid of each protocol, rates upwards, weight decays or radii to the right; null where no cell was measured. */
export function gridsFigure(
  title: string,
  protocols: readonly ProtocolStudy[],
  marksOf: (
    protocol: ProtocolStudy,
    rectangle: (cell: MeasuredCell) => Pick<GridCell, 'x' | 'y'>,
  ) => readonly Mark[],
): Figure | null {
  const shown = protocols.filter(({ cells }) => cells.length > 0);
  if (shown.length === 0) return null;
  const names = shown.map(({ protocol }) => protocolName(protocol));
  return {
    title,
    description: `${title}: ${names.join(', ')}.`,
    columns: Math.min(3, shown.length),
    size: { width: 720, panelHeight: 200 },
    x: { label: '', scale: 'log' },
    y: { label: 'learning rate, effective or plain', scale: 'log', domain: rangeOfGrid(shown, 'rate') },
    panels: shown.map((protocol, i) => {
      const half = {
        rate: halfSpacing(protocol.cells, 'rate'),
        constraint: halfSpacing(protocol.cells, 'constraint'),
      };
      return {
        title: names[i]!,
        x: {
          label: protocol.protocol === 'fixedSphere' ? 'radius' : 'weight decay',
          scale: 'log',
          domain: rangeOfGrid([protocol], 'constraint'),
        },
        marks: marksOf(protocol, ({ rate, constraint }) => ({
          x: [constraint / half.constraint, constraint * half.constraint],
          y: [rate / half.rate, rate * half.rate],
        })),
      };
    }),
  };
}

/** What leads from a cell's middle to its edge, as a factor: a grid is spread evenly in the logarithm. */
function halfSpacing(cells: readonly MeasuredCell[], along: 'rate' | 'constraint'): number {
  const values = [...new Set(cells.map((cell) => cell[along]))].sort((a, b) => a - b);
  return values.length < 2 ? 1.1 : Math.sqrt(values[1]! / values[0]!);
}

function rangeOfGrid(
  protocols: readonly ProtocolStudy[],
  along: 'rate' | 'constraint',
): readonly [number, number] {
  const ends = protocols.flatMap(({ cells }) => {
    const half = halfSpacing(cells, along);
    return cells.flatMap((cell) => [cell[along] / half, cell[along] * half]);
  });
  return [Math.min(...ends), Math.max(...ends)];
}
