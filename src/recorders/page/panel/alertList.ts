import type { Drawable } from './drawable.js';
import { element } from './element.js';

/** Alerts shown at most, the newest first. */
const most = 20;

/** The newest alerts of the runs that are shown. A screen reader is told of new ones. */
export function alertList(): Drawable {
  const list = element('ul', {});
  const section = element(
    'section',
    { class: 'thermo-alerts', 'aria-label': 'Alerts', 'aria-live': 'polite' },
    element('h2', {}, 'Alerts'),
    list,
  );
  section.hidden = true;
  let shown = '';
  return {
    element: section,
    draw({ runs }) {
      const lines = runs
        .filter(({ isShown }) => isShown)
        .flatMap(({ description: { name, alerts } }) => alerts.map((alert) => ({ name, ...alert })))
        .sort((a, b) => b.step - a.step)
        .slice(0, most)
        .map(({ name, step, message }) => `${name}, step ${step.toLocaleString('en-US')}: ${message}`);
      if (lines.join('\n') === shown) return;
      shown = lines.join('\n');
      section.hidden = lines.length === 0;
      list.replaceChildren(...lines.map((line) => element('li', {}, line)));
    },
  };
}
