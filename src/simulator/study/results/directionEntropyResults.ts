import { lowTemperatureDirectionEntropy } from '../../../physics/index.js';
import type { MeasuredCell } from '../measurement/measuredCell.js';
import { toyModel } from '../toyModel.js';
import { coldCells } from './coldCells.js';
import { meanResult } from './meanResult.js';
import type { StudyResult } from './studyResult.js';

/** Relaxation times from which on an entropy's weights are enough of them independent. */
const enough = 200;

/**
 * The direction's entropy at low temperature less its law, R ln(2 pi e T): of the cells whose weights span enough relaxation
 * times, and of all.
 *
 * Weights that span L relaxation times show the mode n of the density by only n L / 2 independent values, which makes their
 * cloud too narrow by about 1/L for each mode that the neighbours resolve: the published ring is off by about -8 / L.
 */
export function directionEntropyResults(cells: readonly MeasuredCell[]): StudyResult[] {
  const cold = coldCells(cells);
  const { protocol } = cells[0]!;
  const { dimension } = toyModel;
  const excess = ({ directionEntropy, temperature }: MeasuredCell): number =>
    directionEntropy - lowTemperatureDirectionEntropy({ temperature, dimension });
  const law = { protocol, theory: 0, tolerance: 0.03 };
  return [
    ...meanResult(
      {
        ...law,
        name: 'S - R ln(2 pi e T) at low T (nats), independent weights',
        note: `cells whose weights span at least ${enough} relaxation times of the direction`,
      },
      cold.filter((cell) => cell.spannedRelaxationTimes >= enough).map(excess),
    ),
    ...meanResult(
      {
        ...law,
        name: 'S - R ln(2 pi e T) at low T (nats), all cold cells',
        note: 'the published weights of the coldest cells span only 50 relaxation times: too narrow a cloud',
      },
      cold.map(excess),
    ),
  ];
}
