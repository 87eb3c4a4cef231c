import { adiabaticIndex, gasConstant, heatCapacityAtConstantPressure } from '../../../physics/index.js';
import { leastSquares } from '../fits/leastSquares.js';
import type { MeasuredCell } from '../measurement/measuredCell.js';
import { toyModel } from '../toyModel.js';
import { studyResult, type StudyResult } from './studyResult.js';

const { dimension } = toyModel;

/**
 * C_V = dU/dT at low temperature and gamma = 1 + R / C_V: the linear term of U = U0 + C_V T + c T^2 fitted to all cells, whose
 * energies scatter as T; the square takes up what the step's own size adds.
 */
export function heatCapacityResults(cells: readonly MeasuredCell[]): StudyResult[] {
  const { protocol } = cells[0]!;
  const temperatures = cells.map((cell) => cell.temperature);
  const fit = leastSquares(
    temperatures.map((t) => [1, t, t * t]),
    cells.map((cell) => cell.internalEnergy),
    temperatures.map((t) => 1 / t ** 2),
  );
  const heatCapacity = fit.coefficients[1]!;
  const error = fit.standardErrors[1]!;
  const constant = gasConstant(dimension);
  return [
    studyResult({
      protocol,
      name: 'C_V = dU/dT at low T',
      theory: constant,
      tolerance: 0.02 * constant,
      value: heatCapacity,
      standardError: error,
    }),
    studyResult({
      protocol,
      name: 'adiabatic index 1 + R / C_V',
      theory:
        heatCapacityAtConstantPressure({ heatCapacityAtConstantVolume: constant, dimension }) / constant,
      tolerance: 0.02,
      value: adiabaticIndex({ heatCapacityAtConstantVolume: heatCapacity, dimension }),
      standardError: (constant * error) / heatCapacity ** 2,
    }),
  ];
}
