import type { Protocol } from '../../../control/index.js';
import type { MeasuredCell, ProtocolStudy } from '../../../simulator/study/index.js';
import type { Axis, Figure, Mark } from '../../figure/index.js';
import { panelsFigure } from './panelsFigure.js';
import { protocolName } from './protocolName.js';

/** A quantity of the cells against their temperature, with lines of theory. */
export interface AgainstTemperature {
  readonly title: string;
  readonly y: Axis;
  /** The quantity of a cell, and its standard error. */
  readonly value: (cell: MeasuredCell) => number;
  readonly error: (cell: MeasuredCell) => number;
  /** What theory has it be, at a temperature. */
  readonly theory: (temperature: number) => number;
  /** The same with what the step's own size adds; left out where it would not show. */
  readonly finiteStep?: (temperature: number, protocol: Protocol) => number;
}

/** A quantity against T, a panel a protocol, a dot a cell with its error; null where no cell was measured. */
export function againstTemperature(
  protocols: readonly ProtocolStudy[],
  { title, y, value, error, theory, finiteStep }: AgainstTemperature,
): Figure | null {
  const shown = protocols.filter(({ cells }) => cells.length > 0);
  const temperatures = shown.flatMap(({ cells }) => cells.map(({ temperature }) => temperature));
  const [least, greatest] = [Math.min(...temperatures), Math.max(...temperatures)];
  const along = Array.from({ length: 41 }, (_, i) => least * (greatest / least) ** (i / 40));
  const lineOf = (name: string, colour: 'text' | 'series-2', at: (temperature: number) => number): Mark => {
    const places = along.map((temperature) => [temperature, at(temperature)] as const);
    return { kind: 'line', name, colour, width: 1.5, dash: [], places };
  };
  const panels = shown.map(({ protocol, cells }) => {
    const dots: Mark = {
      kind: 'dots',
      name: 'a cell ± standard error',
      colour: 'series-1',
      radius: 1.8,
      opacity: 0.5,
      places: cells.map((cell) => [cell.temperature, value(cell)]),
      errors: cells.map(error),
    };
    const finite = finiteStep && lineOf('with finite steps', 'series-2', (T) => finiteStep(T, protocol));
    return {
      title: protocolName(protocol),
      marks: [dots, lineOf('theory', 'text', theory), ...(finite === undefined ? [] : [finite])],
    };
  });
  return panelsFigure(title, panels, { x: { label: 'temperature T', scale: 'log' }, y });
}
