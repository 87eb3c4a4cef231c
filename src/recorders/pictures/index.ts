export { csvOfFigure, drawFigure, figureFile, palettes } from '../figure/index.js';
export type {
  Axis,
  Band,
  Cells,
  Colour,
  Dots,
  Figure,
  Label,
  Line,
  Mark,
  Named,
  Omitted,
  Palette,
  Panel,
  Place,
  Rule,
  Stretch,
} from '../figure/index.js';
export type { Picture } from './picture.js';
export { planPictures, runPictures } from './runPictures.js';
