import * as Plot from '@observablehq/plot';
import type { Protocol } from '../../../control/index.js';
import type { MeasuredCell, ProtocolStudy } from '../../../simulator/study/index.js';
import { colours } from '../colours.js';
import { drawPanels } from './drawPanels.js';
import { protocolName } from './protocolName.js';

/** A quantity of the cells against their temperature, with lines of theory. */
export interface AgainstTemperature {
  readonly title: string;
  readonly y: Plot.ScaleOptions;
  /** The quantity of a cell. */
  readonly value: (cell: MeasuredCell) => number;
  /** What theory has it be, at a temperature. */
  readonly theory: (temperature: number) => number;
  /** The same with what the step's own size adds; left out where it would not show. */
  readonly finiteStep?: (temperature: number, protocol: Protocol) => number;
}

/** Draws a quantity against T, a panel a protocol, a dot a cell. */
export function againstTemperature(
  protocols: readonly ProtocolStudy[],
  document: Document,
  { title, y, value, theory, finiteStep }: AgainstTemperature,
): Element | null {
  const shown = protocols.filter(({ cells }) => cells.length > 0);
  const cells = shown.flatMap((protocol) => protocol.cells);
  const temperatures = cells.map((cell) => cell.temperature);
  if (temperatures.length === 0) return null;
  const least = Math.min(...temperatures);
  const greatest = Math.max(...temperatures);
  const along = Array.from({ length: 41 }, (_, i) => least * (greatest / least) ** (i / 40));
  return drawPanels(document, {
    title,
    names: shown.map(({ protocol }) => protocolName(protocol)),
    x: { type: 'log', label: 'temperature T', domain: [least, greatest] },
    y,
    marks: [
      Plot.dot(cells, {
        fx: (cell: MeasuredCell) => protocolName(cell.protocol),
        x: 'temperature',
        y: value,
        r: 1.8,
        fill: colours.first,
        fillOpacity: 0.5,
      }),
      Plot.line(
        along.map((temperature) => ({ temperature, value: theory(temperature) })),
        { x: 'temperature', y: 'value', stroke: colours.muted, strokeWidth: 1.6 },
      ),
      ...(finiteStep === undefined ? [] : [finiteSteps(shown, along, finiteStep)]),
    ],
  });
}

/** The line of finite steps in each panel. */
function finiteSteps(
  protocols: readonly ProtocolStudy[],
  along: readonly number[],
  finiteStep: (temperature: number, protocol: Protocol) => number,
): Plot.Markish {
  const points = protocols.flatMap(({ protocol }) =>
    along.map((temperature) => ({
      panel: protocolName(protocol),
      temperature,
      value: finiteStep(temperature, protocol),
    })),
  );
  return Plot.line(points, {
    fx: 'panel',
    x: 'temperature',
    y: 'value',
    stroke: colours.second,
    strokeWidth: 1.6,
  });
}
