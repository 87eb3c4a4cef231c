import { estimateOf } from '../../physics/index.js';
import { meanOf } from './meanOf.js';
import type { TemperatureCourse, TemperatureWindow } from './temperatureCourse.js';

/** The windows of one run of each course, averaged over the courses: T over the set point of each, and eta_eff. */
export function meanCourse(
  courses: readonly TemperatureCourse[],
  run: 'openLoop' | 'regulated',
): readonly TemperatureWindow[] {
  return (courses[0]?.[run] ?? []).map((_, window) => {
    const alike = courses.map((course) => course[run][window]!);
    return {
      temperature: meanOf(alike.map(({ temperature }) => temperature)),
      effectiveLearningRate: estimateOf(alike.map(({ effectiveLearningRate }) => effectiveLearningRate))
        .value,
    };
  });
}
