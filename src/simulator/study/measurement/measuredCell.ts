import { mean } from 'simple-statistics';
import { batchMeans, entropy, gasState, type Estimate } from '../../../physics/index.js';
import type { StudyCell } from '../grid/studyCell.js';
import type { StudySettings } from '../studySettings.js';
import { expectedCell } from '../theory/expectedCell.js';
import { toyModel } from '../toyModel.js';
import type { CellMeasurement } from './cellMeasurement.js';

/** A cell as it was measured and as theory has it. Errors are standard errors. */
export interface MeasuredCell extends Omit<StudyCell, 'control'> {
  /** eta_eff. */
  readonly effectiveLearningRate: number;
  /** T. */
  readonly temperature: number;
  /** T_tot. */
  readonly totalTemperature: number;
  /** p. */
  readonly pressure: number;
  readonly pressureError: number;
  /** Mean of r^2. */
  readonly squaredRadius: number;
  readonly squaredRadiusError: number;
  /** V = r^2 / 2. */
  readonly volume: number;
  /** U. */
  readonly internalEnergy: number;
  readonly internalEnergyError: number;
  /** S of the direction. */
  readonly directionEntropy: number;
  readonly directionEntropyError: number;
  /** S of the direction from weights kept at least half a relaxation time apart; null where the run is too short for them. */
  readonly thinnedDirectionEntropy: number | null;
  /** N, the weights that an entropy is of. */
  readonly keptWeights: number;
  /** L, the relaxation times of the direction, 1 / eta_eff steps each, that the weights of an entropy span. */
  readonly spannedRelaxationTimes: number;
  /** S of the direction each `entropyEvery` steps, from the first on. */
  readonly directionEntropies: readonly number[];
  /** S = S of the direction + (d - 1) ln r. */
  readonly entropy: number;
  /** Z. */
  readonly compressibility: number;
  /** Z_tot. */
  readonly totalCompressibility: number;
  /** Mean of r^2 over its stationary value by the closed forms of small steps: 1 where the cell has come to rest. */
  readonly transient: number;
  readonly expectedTemperature: number;
  readonly expectedPressure: number;
  readonly expectedSquaredRadius: number;
  readonly expectedInternalEnergy: number;
  readonly expectedDirectionEntropy: number;
}

/** The state of a cell, from what its chain showed. */
export function measuredCell(cell: StudyCell, shown: CellMeasurement, settings: StudySettings): MeasuredCell {
  const { dimension, deviation } = toyModel;
  const squaredRadius = meanOf(shown.squaredRadius);
  const energy = meanOf(shown.energy);
  const pressure = meanOf(shown.pressure);
  const secondMoment = meanOf(shown.secondMoment).value;
  const direction = meanOf(shown.directionEntropies.slice(-settings.averagedEntropies));
  const effectiveLearningRate = meanOf(shown.heating).value / secondMoment;
  const state = gasState({
    dimension,
    squaredRadius: squaredRadius.value,
    secondMoment,
    effectiveLearningRate,
    pressure: pressure.value,
    noise: (dimension - 1) * deviation ** 2,
    loss: energy.value,
    momentum: 0,
  });
  const expected = expectedCell(cell, settings);
  const { control: _, ...place } = cell;
  return {
    ...place,
    effectiveLearningRate,
    temperature: state.temperature!,
    totalTemperature: state.totalTemperature,
    pressure: pressure.value,
    pressureError: pressure.standardError,
    squaredRadius: squaredRadius.value,
    squaredRadiusError: squaredRadius.standardError,
    volume: state.volume,
    internalEnergy: energy.value,
    internalEnergyError: energy.standardError,
    directionEntropy: direction.value,
    directionEntropyError: direction.standardError,
    thinnedDirectionEntropy:
      shown.thinnedDirectionEntropies.length === 0 ? null : mean(shown.thinnedDirectionEntropies),
    keptWeights: settings.kept,
    spannedRelaxationTimes: settings.kept * settings.keepEvery * effectiveLearningRate,
    directionEntropies: shown.directionEntropies,
    entropy: entropy({
      directionEntropy: direction.value,
      radius: Math.sqrt(squaredRadius.value),
      dimension,
    }),
    compressibility: state.compressibility!,
    totalCompressibility: state.totalCompressibility!,
    transient: expected.transient,
    expectedTemperature: expected.temperature,
    expectedPressure: expected.pressure,
    expectedSquaredRadius: expected.squaredRadius,
    expectedInternalEnergy: expected.internalEnergy,
    expectedDirectionEntropy: expected.directionEntropy,
  };
}

function meanOf(blocks: readonly number[]): Estimate {
  return batchMeans(blocks, blocks.length);
}
