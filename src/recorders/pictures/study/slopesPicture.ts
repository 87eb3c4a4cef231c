import { entropySlopes, type ProtocolStudy } from '../../../simulator/study/index.js';
import type { Mark } from '../../figure/index.js';
import { panelsFigure } from './panelsFigure.js';
import { protocolName } from './protocolName.js';
import type { StudyPicture } from './studyPicture.js';

/** The entropy's slope in each line of a grid, less what Maxwell's relations say. */
export const slopesPicture: StudyPicture = {
  title: 'Entropy slopes less their theory',
  caption:
    'Each dot is the slope of a straight line fitted to one line of the grid, less what the Maxwell relation of its panel says; the coloured line is that of the plane fitted to all cells, which weigh by how well their entropy is known. Cold lines scatter most.',
  figure: (protocols) =>
    panelsFigure(
      slopesPicture.title,
      protocols.filter(({ results }) => results.length > 0).flatMap(panelsOf),
      {
        x: { label: 'rate or weight decay held', scale: 'log' },
        y: { label: 'slope less theory', scale: 'linear' },
      },
    ),
};

function panelsOf({ protocol, cells }: ProtocolStudy) {
  return entropySlopes(cells).map(({ name, held, lines, value, theory }) => {
    const places = cells.filter(({ row, column }) => (held === 'rate' ? column : row) === 0);
    const marks: readonly Mark[] = [
      { kind: 'rule', name: 'theory', axis: 'y', at: 0, colour: 'muted', dash: [] },
      {
        kind: 'rule',
        name: 'plane fitted to all cells',
        axis: 'y',
        at: value - theory,
        colour: 'series-2',
        dash: [],
      },
      {
        kind: 'dots',
        name: 'a line of the grid',
        colour: 'series-1',
        radius: 2.6,
        opacity: 1,
        places: lines.map((slope, line) => [places[line]![held], slope - theory]),
      },
    ];
    return { title: `${protocolName(protocol)}: ${name}`, marks };
  });
}
