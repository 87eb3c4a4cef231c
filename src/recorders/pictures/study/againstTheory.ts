import type { MeasuredCell, ProtocolStudy } from '../../../simulator/study/index.js';
import { rangeOf, type Figure } from '../../figure/index.js';
import { panelsFigure } from './panelsFigure.js';
import { protocolName } from './protocolName.js';

/** A measured quantity against what theory has it be, both on one logarithmic scale. */
export interface AgainstTheory {
  readonly title: string;
  readonly measured: string;
  readonly expected: string;
  /** The quantity of a cell, and its standard error. */
  readonly value: (cell: MeasuredCell) => number;
  readonly error: (cell: MeasuredCell) => number;
  readonly theory: (cell: MeasuredCell) => number;
}

/** A quantity against its theory, a panel a protocol, a dot a cell, with the line where they are equal; null where no cell was measured. */
export function againstTheory(
  protocols: readonly ProtocolStudy[],
  { title, measured, expected, value, error, theory }: AgainstTheory,
): Figure | null {
  const shown = protocols.filter(({ cells }) => cells.length > 0);
  const domain = rangeOf(
    shown.flatMap(({ cells }) => cells.flatMap((cell) => [theory(cell), value(cell)])),
    'log',
  );
  const panels = shown.map(({ protocol, cells }) => ({
    title: protocolName(protocol),
    marks: [
      {
        kind: 'line',
        name: 'equal',
        colour: 'muted',
        width: 1,
        dash: [],
        places: domain.map((end) => [end, end] as const),
      },
      {
        kind: 'dots',
        name: 'a cell ± standard error',
        colour: 'series-1',
        radius: 1.8,
        opacity: 0.5,
        places: cells.map((cell) => [theory(cell), value(cell)] as const),
        errors: cells.map(error),
      },
    ] as const,
  }));
  return panelsFigure(title, panels, {
    x: { label: expected, scale: 'log', domain },
    y: { label: measured, scale: 'log', domain },
  });
}
