import { againstTheory } from './againstTheory.js';
import type { StudyPicture } from './studyPicture.js';

/** The radius where it is free, against its law. */
export const radiusPicture: StudyPicture = {
  title: 'Radius',
  caption:
    'The radius that each cell came to, against its law with steps of finite size and with what is left of the way from r = 1; dots on the line agree.',
  figure: (protocols) =>
    againstTheory(
      protocols.filter(({ protocol }) => protocol !== 'fixedSphere'),
      {
        title: radiusPicture.title,
        measured: 'radius, measured',
        expected: 'radius, theory',
        value: (cell) => Math.sqrt(cell.squaredRadius),
        error: (cell) => cell.squaredRadiusError / (2 * Math.sqrt(cell.squaredRadius)),
        theory: (cell) => Math.sqrt(cell.expectedSquaredRadius),
      },
    ),
};
