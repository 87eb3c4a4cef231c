import { figureFile, type Colour, type Figure, type Mark } from '../../../src/recorders/pictures/index.js';
import type { Panel } from './gallery.js';

const lastStep = 120;
const colours: readonly Colour[] = ['series-1', 'series-2', 'series-3'];
const steps = Array.from({ length: lastStep + 1 }, (_, step) => step);

/** One small picture a schedule, all on the same axes, as an SVG file on white, an element a line. */
export function drawGallery(panels: readonly Panel[]): string {
  const figure: Figure = {
    title: `Every schedule over ${lastStep} steps`,
    description: panels.map(({ name }) => name).join(', '),
    columns: 4,
    size: { width: 1000, panelHeight: 110 },
    x: { label: 'step', scale: 'linear', domain: [0, lastStep] },
    y: { label: 'value', scale: 'linear', domain: [0, 1.06] },
    panels: panels.map(({ name, curves }) => ({
      title: name,
      marks: [
        { kind: 'rule', name: null, axis: 'x', at: 100, colour: 'muted', dash: [3, 3] },
        ...curves.map(([label, schedule], i): Mark => ({
          kind: 'line',
          name: label === '' ? null : label,
          colour: colours[i]!,
          width: 1.8,
          dash: [],
          places: steps.map((step) => [step, schedule(step)] as const),
        })),
      ],
    })),
  };
  return `${figureFile(figure).replaceAll('><', '>\n<')}\n`;
}
