export { axisNumber } from './axisNumber.js';
export { csvOfFigure } from './csvOfFigure.js';
export { drawFigure } from './drawFigure.js';
export type {
  Axis,
  Band,
  Cells,
  Dots,
  Figure,
  Label,
  Line,
  Mark,
  Named,
  Omitted,
  Panel,
  Place,
  Rule,
  Stretch,
} from './figure.js';
export { figureFile } from './figureFile.js';
export { escaped } from './markup.js';
export { declarationsOf, pagePalette, palettes, seriesColour, type Colour, type Palette } from './palette.js';
export { plotArea, type PlotArea } from './plotArea.js';
export { hasPlace, rangeOf } from './range.js';
export { withSubscripts } from './subscripts.js';
export { ticks } from './ticks.js';
