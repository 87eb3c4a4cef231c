import { lawVerdict, type Estimate } from '../../physics/index.js';
import { lawResult, type LawResult } from '../laws/lawResult.js';
import { meanCourse } from './meanCourse.js';
import { meanOf } from './meanOf.js';
import type { TemperatureCourse, TemperatureWindow } from './temperatureCourse.js';

/** How close the thermostat is to hold T, and what constant settings are to let it drift by at least. */
const [held, drifted] = [0.05, 0.2];

/** Windows at each end of the epoch that a drift is told from. */
const ends = 2;

/**
 * What courses of T say, averaged over them: that the thermostat holds its set point, and that without it T would have
 * drifted. Standard errors are those of the witness's pairs of batches, which are independent of each other.
 */
export function thermostatResults(courses: readonly TemperatureCourse[]): readonly LawResult[] {
  if (courses.length === 0) return [];
  const regulated = meanCourse(courses, 'regulated');
  const drift = driftOf(meanCourse(courses, 'openLoop'));
  return [
    lawResult({
      name: 'thermostat: T over its set point, mean of the epoch',
      ...meanOf(regulated.map(({ temperature }) => temperature)),
      theory: 1,
      tolerance: held,
    }),
    lawResult({
      name: 'thermostat: T of the last fifth over that of the first',
      ...driftOf(regulated),
      theory: 1,
      tolerance: held,
    }),
    lawResult({
      name: 'thermostat: windows more than 5 % off by over 2 errors',
      value: regulated.filter(({ temperature }) => isOff(temperature)).length,
      standardError: 0,
      theory: 0,
      tolerance: 0,
    }),
    // The drift has no theory, only a least size.
    lawResult({
      name: 'constant settings: drift of T short of 20 %',
      value: Math.max(0, drifted - Math.abs(drift.value - 1)),
      standardError: drift.standardError,
      theory: 0,
      tolerance: 0,
    }),
  ];
}

function isOff(temperature: Estimate): boolean {
  return lawVerdict({ ...temperature, theory: 1, tolerance: held }) === 'outside';
}

/** T at the end over T at the start, with its error to first order. */
function driftOf(course: readonly TemperatureWindow[]): Estimate {
  const temperatures = course.map(({ temperature }) => temperature);
  const [first, last] = [meanOf(temperatures.slice(0, ends)), meanOf(temperatures.slice(-ends))];
  const value = last.value / first.value;
  return {
    value,
    standardError: value * Math.hypot(first.standardError / first.value, last.standardError / last.value),
  };
}
