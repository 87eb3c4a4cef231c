// Draws docs/images/digits.svg from a run of `tfjs-thermo train`: node .ci/draw-digits.mjs RUN_FOLDER
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const { figureFile, runPictures } = await import(join(root, 'dist/recorders/pictures/index.js'));
const { readPoints } = await import(join(root, 'dist/recorders/node.js'));

const { points } = readPoints(join(process.argv[2], 'points.jsonl'));
const pictures = runPictures('the network', points);
const panels = ['Temperature', 'Compressibility', 'Volume', 'p–V plane'].map((wanted) => {
  const { title, figure } = pictures.find(({ title }) => title === wanted);
  const { x, y, panels } = figure;
  return { ...panels[0], title, x, y };
});
const figure = {
  title: 'A network on real digits: an isotherm until equilibrium, then an adiabat that cools it',
  description: 'Temperature, compressibility and volume against the step, and the way in the p–V plane.',
  columns: 2,
  size: { width: 940, panelHeight: 200 },
  x: panels[0].x,
  y: panels[0].y,
  panels,
};
writeFileSync(join(root, 'docs/images/digits.svg'), `${figureFile(figure)}\n`);
