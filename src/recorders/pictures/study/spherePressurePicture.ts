import { againstTheory } from './againstTheory.js';
import type { StudyPicture } from './studyPicture.js';

/** The pressure of the sphere against its law. */
export const spherePressurePicture: StudyPicture = {
  title: 'Pressure on the sphere',
  caption:
    'The weight decay that the rescaling to the sphere amounts to, against T_tot (d-1) / r²; dots on the line agree.',
  figure: (protocols) =>
    againstTheory(
      protocols.filter(({ protocol }) => protocol === 'fixedSphere'),
      {
        title: spherePressurePicture.title,
        measured: 'pressure, measured',
        expected: 'pressure, theory',
        value: (cell) => cell.pressure,
        error: (cell) => cell.pressureError,
        theory: (cell) => cell.expectedPressure,
      },
    ),
};
