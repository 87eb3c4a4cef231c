import * as Plot from '@observablehq/plot';
import { colours } from './colours.js';
import { drawAgainstSteps } from './drawAgainstSteps.js';
import type { Picture } from './picture.js';

/** Within this of 1, Z_tot counts as equilibrium. */
const tolerance = 0.05;

/** Z and Z_tot against the step, with the band of equilibrium about 1. */
export const compressibilityPicture: Picture = {
  title: 'Compressibility',
  caption:
    'Z_tot = pV/(R T_tot) comes to 1 at equilibrium; the band is 1 ± 0.05. Z = pV/(R T) comes to 1 only where the gas is ideal. Values of 0 and below are not shown.',
  fields: ['totalCompressibility', 'compressibility'],
  draw: (points, document) =>
    drawAgainstSteps(points, document, {
      title: compressibilityPicture.title,
      label: 'compressibility (no unit)',
      scale: 'log',
      include: [1 - tolerance, 1 + tolerance],
      beneath: [
        Plot.rectY([0], { y1: 1 - tolerance, y2: 1 + tolerance, fill: colours.shade, fillOpacity: 0.25 }),
        Plot.ruleY([1], { stroke: colours.muted, strokeDasharray: '4 3' }),
      ],
      series: [
        { field: 'compressibility', name: 'Z', colour: colours.first },
        { field: 'totalCompressibility', name: 'Z_tot', colour: colours.second },
      ],
    }),
};
