import * as Plot from '@observablehq/plot';
import type { MeasuredCell, PotentialMinimum } from '../../../simulator/study/index.js';
import { colours } from '../colours.js';
import { drawGrids } from './drawGrids.js';
import { protocolName } from './protocolName.js';
import type { StudyPicture } from './studyPicture.js';

/** Where the potential of each cell's T and p is smallest. */
export const minimaPicture: StudyPicture = {
  title: 'Where the potentials are smallest',
  caption:
    'For the T and p of each cell: is G = U - TS + pV (on the sphere F = U - TS at its radius) smallest in the cell itself (grey), in one beside it (blue) or farther away (orange)? A line leads to where it is.',
  draw: (protocols, document) => {
    const whole = protocols.filter(({ minima }) => minima.length > 0);
    const minima = whole.flatMap(({ protocol, minima }) =>
      minima.map((minimum) => ({ ...minimum, panel: protocolName(protocol) })),
    );
    return drawGrids(whole, document, {
      title: minimaPicture.title,
      marks: (cells) => [
        Plot.cell(cells, {
          fx: (cell: MeasuredCell) => protocolName(cell.protocol),
          x: 'column',
          y: 'row',
          fill: colours.shade,
          fillOpacity: 0.13,
        }),
        Plot.cell(
          minima.filter(({ distance }) => distance > 0),
          {
            fx: 'panel',
            x: 'column',
            y: 'row',
            fill: ({ distance }: PotentialMinimum) => (distance === 1 ? colours.first : colours.second),
            fillOpacity: 0.55,
          },
        ),
        Plot.link(
          minima.filter(({ distance }) => distance > 0),
          {
            fx: 'panel',
            x1: 'column',
            y1: 'row',
            x2: 'minimumColumn',
            y2: 'minimumRow',
            stroke: 'currentColor',
            strokeWidth: 1.2,
            markerEnd: 'dot',
          },
        ),
      ],
    });
  },
};
