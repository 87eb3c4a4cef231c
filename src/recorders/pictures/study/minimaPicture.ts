import type { MeasuredCell, PotentialMinimum, ProtocolStudy } from '../../../simulator/study/index.js';
import type { Mark } from '../../figure/index.js';
import { gridsFigure, type GridCell } from './gridsFigure.js';
import type { StudyPicture } from './studyPicture.js';

/** Where the potential of each cell's T and p is smallest. */
export const minimaPicture: StudyPicture = {
  title: 'Where the potentials are smallest',
  caption:
    'For the T and p of each cell: is G = U - TS + pV (on the sphere F = U - TS at its radius) smallest in the cell itself, in one beside it or farther away? A line leads to where it is.',
  figure: (protocols: readonly ProtocolStudy[]) =>
    gridsFigure(
      minimaPicture.title,
      protocols.filter(({ minima }) => minima.length > 0),
      ({ cells, minima }, rectangle) => {
        const cellAt = (row: number, column: number): MeasuredCell =>
          cells.find((cell) => cell.row === row && cell.column === column)!;
        const mark = (
          name: string,
          colour: 'muted' | 'series-1' | 'series-2',
          has: (distance: number) => boolean,
        ): Mark => ({
          kind: 'cells',
          name,
          colour,
          cells: minima
            .filter(({ distance }) => has(distance))
            .map(({ row, column, distance }): GridCell => ({
              ...rectangle(cellAt(row, column)),
              opacity: distance === 0 ? 0.2 : 0.6,
              text: null,
              value: distance,
            })),
        });
        return [
          mark('in the cell itself', 'muted', (distance) => distance === 0),
          mark('in one beside it', 'series-1', (distance) => distance === 1),
          mark('farther away', 'series-2', (distance) => distance > 1),
          waysTo(minima, cellAt),
        ];
      },
    ),
};

/** Lines from cells to where their potential is smallest. */
function waysTo(
  minima: readonly PotentialMinimum[],
  cellAt: (row: number, column: number) => MeasuredCell,
): Mark {
  const places = minima
    .filter(({ distance }) => distance > 0)
    .flatMap(({ row, column, minimumRow, minimumColumn }) => {
      const [from, to] = [cellAt(row, column), cellAt(minimumRow, minimumColumn)];
      return [[from.constraint, from.rate] as const, [to.constraint, to.rate] as const, null];
    });
  return { kind: 'line', name: null, colour: 'text', width: 1, dash: [], places };
}
