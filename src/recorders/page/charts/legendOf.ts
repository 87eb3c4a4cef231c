import { lookOf } from '../../pictures/lookOf.js';
import type { QuantityChart } from '../../pictures/quantityChart.js';
import { element } from '../panel/element.js';
import type { View } from '../panel/view.js';

/** The quantities in their colours or, where several runs are shown whose colours stand in the table, with their dashes. */
export function legendOf({ quantities }: QuantityChart, { colours, runs }: View): HTMLElement[] {
  const shown = runs.filter(({ isShown }) => isShown);
  return quantities.flatMap(({ field, name }, i) => {
    const run = shown.find(({ table }) => table.numbers(field) !== null);
    if (run === undefined) return [];
    const { colour, dash } = lookOf(run, i, shown.length);
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    svg.setAttribute('viewBox', '0 0 20 10');
    svg.setAttribute('aria-hidden', 'true');
    const line = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    line.setAttribute('d', 'M0 5H20');
    line.setAttribute('stroke', shown.length === 1 ? colours[colour] : colours.text);
    line.setAttribute('stroke-width', '2');
    line.setAttribute('stroke-dasharray', dash.join(' '));
    svg.append(line);
    return [element('span', {}, svg, name)];
  });
}
