import * as Plot from '@observablehq/plot';
import type { MeasuredCell } from '../../../simulator/study/index.js';
import { axisNumber } from '../axisNumber.js';
import { colours } from '../colours.js';
import { drawGrids } from './drawGrids.js';
import { protocolName } from './protocolName.js';
import type { StudyPicture } from './studyPicture.js';

/** Per cent at which a cell has its full colour. */
const full = 2;

/** How far each cell's radius or, on the sphere, pressure is from its law. */
export const deviationPicture: StudyPicture = {
  title: 'Radius and pressure over their laws',
  caption:
    'How far each cell is from its law, in per cent: the radius or, on the sphere, the pressure. Blue is below, orange above, full colour 2 %.',
  draw: (protocols, document) =>
    drawGrids(protocols, document, {
      title: deviationPicture.title,
      marks: (cells) => [
        Plot.cell(cells, {
          fx: (cell: MeasuredCell) => protocolName(cell.protocol),
          x: 'column',
          y: 'row',
          inset: 0,
          fill: (cell: MeasuredCell) => (deviation(cell) < 0 ? colours.first : colours.second),
          fillOpacity: (cell: MeasuredCell) => Math.min(1, Math.abs(deviation(cell)) / full),
          title: (cell: MeasuredCell) => `${axisNumber(Number(deviation(cell).toFixed(2)))} %`,
        }),
      ],
    }),
};

function deviation(cell: MeasuredCell): number {
  const ratio =
    cell.protocol === 'fixedSphere'
      ? cell.pressure / cell.expectedPressure
      : Math.sqrt(cell.squaredRadius / cell.expectedSquaredRadius);
  return 100 * (ratio - 1);
}
