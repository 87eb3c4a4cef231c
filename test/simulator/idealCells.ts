import type { Protocol } from '../../src/control/index.js';
import type { MeasuredCell } from '../../src/simulator/study/index.js';
import { studyGrid } from '../../src/simulator/study/grid/studyGrid.js';
import { measuredCell } from '../../src/simulator/study/measurement/measuredCell.js';
import { publishedStudy } from '../../src/simulator/study/index.js';

/**
 * The cells that an ideal gas of small steps would show: U = T, S = ln(2 pi e T) + ln r^2, p V = T, whose laws are known in
 * closed form. Every mean is exact, so nothing scatters.
 */
export function idealCells(protocol: Protocol, points: number): MeasuredCell[] {
  return studyGrid(protocol, points).map((cell) => {
    const { rate, constraint } = cell;
    const squaredRadius =
      protocol === 'fixedSphere'
        ? constraint ** 2
        : protocol === 'fixedLearningRate'
          ? Math.sqrt(rate / constraint)
          : rate / constraint;
    const effectiveLearningRate = protocol === 'fixedLearningRate' ? rate / squaredRadius : rate;
    const temperature = effectiveLearningRate / 2;
    const twice = (value: number): number[] => [value, value];
    return {
      ...measuredCell(
        cell,
        {
          squaredRadius: twice(squaredRadius),
          energy: twice(temperature),
          secondMoment: twice(2),
          heating: twice(2 * effectiveLearningRate),
          pressure: twice((2 * temperature) / squaredRadius),
          directionEntropies: twice(Math.log(2 * Math.PI * Math.E * temperature)),
          thinnedDirectionEntropies: twice(Math.log(2 * Math.PI * Math.E * temperature)),
        },
        publishedStudy,
      ),
      expectedTemperature: temperature,
    };
  });
}
