import type { Command } from 'commander';
import { requireCount } from '../error.js';
import {
  leastEpoch,
  meanCourse,
  thermostatCheck,
  thermostatResults,
  type TemperatureCourse,
} from '../experiments/networkChecks/index.js';
import { networkCheckCommand } from './networkCheckCommand.js';
import { numberOption } from './options.js';
import { textTable } from './textTable.js';

/** `tfjs-thermo check thermostat`: T held on a real network, beside the T of constant settings. */
export function thermostatCheckCommand(): Command {
  return networkCheckCommand<TemperatureCourse>({
    name: 'thermostat',
    description: 'T of a real network over an epoch, held by the thermostat and left to constant settings',
    options: [numberOption('--steps <n>', 'steps of the epoch; by default as many as take every image once')],
    measure: ({ steps }) => {
      if (steps === undefined) return thermostatCheck;
      const epoch = requireCount('steps', steps as number, leastEpoch);
      return (options) => thermostatCheck({ ...options, steps: epoch });
    },
    results: thermostatResults,
    lines: courseLines,
  });
}

/** T window by window, averaged over the seeds. */
function courseLines(courses: readonly TemperatureCourse[]): string {
  const { steps } = courses[0]!;
  const openLoop = meanCourse(courses, 'openLoop');
  const regulated = meanCourse(courses, 'regulated');
  const setPoints = courses.map(({ setPoint }) => setPoint.toPrecision(3)).join(', ');
  return [
    `T over its set point (T = ${setPoints}); seen by pairs of batches that the thermostat does not hear of\n`,
    textTable(
      ['steps', 'constant settings', 'error', 'eta_eff', 'thermostat', 'error', 'eta_eff'],
      openLoop.map((open, window) => [
        `to ${Math.round((steps * (window + 1)) / openLoop.length)}`,
        ...[open, regulated[window]!].flatMap(({ temperature, effectiveLearningRate }) => [
          temperature.value.toFixed(3),
          temperature.standardError.toFixed(3),
          effectiveLearningRate.toPrecision(3),
        ]),
      ]),
    ),
    '\n',
  ].join('');
}
