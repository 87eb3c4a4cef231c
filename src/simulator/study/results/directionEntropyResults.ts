import { lowTemperatureDirectionEntropy } from '../../../physics/index.js';
import type { MeasuredCell } from '../measurement/measuredCell.js';
import { thinnedRelaxationTimes } from '../measurement/thinning.js';
import { toyModel } from '../toyModel.js';
import { coldCells } from './coldCells.js';
import { meanResult } from './meanResult.js';
import type { StudyResult } from './studyResult.js';

const name = 'S - R ln(2 pi e T) at low T (nats)';

/**
 * The direction's entropy at low temperature less its law, R ln(2 pi e T): from the published weights, and from weights kept
 * further apart, as long as the run has room for them in every cold cell.
 *
 * Weights that span L relaxation times show the mode n of the density by only n L / 2 independent values, which makes their
 * cloud too narrow by about 1/L for each mode that the neighbours resolve: a thousand weights are off by about -8 / L.
 */
export function directionEntropyResults(cells: readonly MeasuredCell[]): StudyResult[] {
  const cold = coldCells(cells);
  const { protocol } = cells[0]!;
  const excess = ({ temperature }: MeasuredCell, measured: number): number =>
    measured - lowTemperatureDirectionEntropy({ temperature, dimension: toyModel.dimension });
  const law = { protocol, theory: 0, tolerance: 0.03 };
  const thinned = cold.flatMap((cell) =>
    cell.thinnedDirectionEntropy === null ? [] : [excess(cell, cell.thinnedDirectionEntropy)],
  );
  return [
    ...meanResult(
      {
        ...law,
        name: `${name}, as published`,
        note: 'the published weights of the coldest cells span only 50 relaxation times: too narrow a cloud',
      },
      cold.map((cell) => excess(cell, cell.directionEntropy)),
    ),
    ...meanResult(
      {
        ...law,
        name: `${name}, weights kept apart`,
        note: `by at least ${thinnedRelaxationTimes} relaxation times of the direction, in all cold cells`,
      },
      thinned.length === cold.length ? thinned : [],
    ),
  ];
}
