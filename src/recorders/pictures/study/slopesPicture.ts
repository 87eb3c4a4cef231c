import * as Plot from '@observablehq/plot';
import { entropySlopes, type ProtocolStudy } from '../../../simulator/study/index.js';
import { colours } from '../colours.js';
import { drawPanels } from './drawPanels.js';
import { protocolName } from './protocolName.js';
import type { StudyPicture } from './studyPicture.js';

/** The entropy's slope in each line of a grid, less what Maxwell's relations say. */
export const slopesPicture: StudyPicture = {
  title: 'Entropy slopes less their theory',
  caption:
    'Each dot is the slope of a straight line fitted to one line of the grid, less what the Maxwell relation of its panel says; the coloured line is that of the plane fitted to all cells, which weigh by how well their entropy is known. Cold lines scatter most.',
  draw: (protocols, document) => {
    const slopes = protocols.filter(({ results }) => results.length > 0).flatMap(slopesOf);
    return drawPanels(document, {
      title: slopesPicture.title,
      names: slopes.map(({ panel }) => panel),
      x: { type: 'log', label: 'rate or weight decay held', ticks: [0.001, 0.01] },
      y: { label: 'slope less theory' },
      marks: [
        Plot.ruleY([0], { stroke: colours.muted }),
        Plot.ruleY(slopes, {
          fx: 'panel',
          y: ({ value, theory }: (typeof slopes)[number]) => value - theory,
          stroke: colours.second,
          strokeWidth: 1.6,
        }),
        Plot.dot(
          slopes.flatMap(({ dots }) => dots),
          { fx: 'panel', x: 'held', y: 'excess', r: 2.6, fill: colours.first },
        ),
      ],
    });
  },
};

function slopesOf({ protocol, cells }: ProtocolStudy) {
  return entropySlopes(cells).map(({ name, held, lines, value, theory }) => {
    const panel = `${protocolName(protocol)}\n${name}`;
    const places = cells.filter(({ row, column }) => (held === 'rate' ? column : row) === 0);
    return {
      panel,
      value,
      theory,
      dots: lines.map((slope, line) => ({ panel, held: places[line]![held], excess: slope - theory })),
    };
  });
}
