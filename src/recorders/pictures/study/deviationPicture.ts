import type { MeasuredCell, ProtocolStudy } from '../../../simulator/study/index.js';
import type { Cells } from '../../figure/index.js';
import { gridsFigure } from './gridsFigure.js';
import type { StudyPicture } from './studyPicture.js';

/** Per cent at which a cell has its full colour. */
const full = 2;

/** How far each cell's radius or, on the sphere, pressure is from its law. */
export const deviationPicture: StudyPicture = {
  title: 'Radius and pressure over their laws',
  caption:
    'How far each cell is from its law, in per cent: the radius or, on the sphere, the pressure. Blue is below, orange above, full colour 2 %.',
  figure: (protocols: readonly ProtocolStudy[]) =>
    gridsFigure(deviationPicture.title, protocols, ({ cells }, rectangle) => {
      const mark = (name: string, colour: Cells['colour'], some: readonly MeasuredCell[]): Cells => ({
        kind: 'cells',
        name,
        colour,
        cells: some.map((cell) => {
          const value = deviation(cell);
          return {
            ...rectangle(cell),
            opacity: Math.min(1, Math.abs(value) / full),
            text: `${value.toFixed(2)} %`,
            value,
          };
        }),
      });
      return [
        mark(
          `${full} % below its law, or more`,
          'series-1',
          cells.filter((cell) => deviation(cell) < 0),
        ),
        mark(
          `${full} % above, or more`,
          'series-2',
          cells.filter((cell) => deviation(cell) >= 0),
        ),
      ];
    }),
};

function deviation(cell: MeasuredCell): number {
  const ratio =
    cell.protocol === 'fixedSphere'
      ? cell.pressure / cell.expectedPressure
      : Math.sqrt(cell.squaredRadius / cell.expectedSquaredRadius);
  return 100 * (ratio - 1);
}
