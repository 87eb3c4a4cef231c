import type { Point, Recorder } from '../../../control/index.js';
import { alertWatch } from '../../alerts/index.js';
import { palettes } from '../../figure/index.js';
import { pressureVolumePlane, temperatureEntropyPlane } from '../../pictures/planes/index.js';
import { quantityCharts } from '../../pictures/quantityChart.js';
import { timeChart } from '../charts/index.js';
import type { RunDescription } from '../feed/message.js';
import { planeView } from '../planes/index.js';
import { frozen, type PointColumns, type Rows } from '../table/index.js';
import { timed } from '../../timed.js';
import { alertList } from './alertList.js';
import { controls, firstChoices } from './controls.js';
import { element } from './element.js';
import { layerSection } from './layerSection.js';
import { redrawing } from './redrawing.js';
import { runTable } from './runTable.js';
import { shownRuns } from './shownRuns.js';
import { style } from './style.js';
import { themeControl } from './themeControl.js';
import type { Choices, View } from './view.js';

/** A panel that shows runs as gases, in a page. */
export interface Panel {
  /** Shows these runs, and no others any more. */
  describe(runs: readonly RunDescription[]): void;
  /** Adds points to a run; those of another generation than before take the place of what is there. */
  add(run: string, generation: string, rows: Rows): void;
  /** A recorder that shows its points as another run of that name. */
  recorder(options: { readonly name: string; readonly total?: number }): Recorder;
  /** Takes the panel out of the page. */
  close(): void;
}

/**
 * Puts a panel into an element of a page.
 *
 * @example
 * const shown = panel(document.querySelector('#gas'));
 * new ThermoMonitor({ model, recorders: [shown.recorder({ name: 'in this page' })] });
 */
export function panel(target: HTMLElement): Panel {
  const runs = shownRuns();
  let choices: Choices = firstChoices;
  const root = element('div', { class: 'thermo' });
  const theme = themeControl(() => {
    root.dataset['theme'] = theme.theme;
    drawing.invalidate('now');
  });
  /** What is shown of each run while the page is paused. */
  let held: ReadonlyMap<string, PointColumns> = new Map();
  const view = (): View => ({
    runs: runs.all.map((run) => ({ ...run, table: held.get(run.description.id) ?? run.table })),
    choices,
    colours: palettes[theme.theme],
  });
  const drawing = redrawing(view);
  /** Points that come while the page is paused are kept, and drawn when it goes on. */
  const drawSoon = (): void => {
    if (!choices.isPaused) drawing.invalidate('soon');
  };
  const choose = (changed: Partial<Choices>): void => {
    if (changed.isPaused !== undefined) {
      const tables = runs.all.map(({ description, table }) => [description.id, frozen(table)] as const);
      held = new Map(changed.isPaused ? tables : []);
    }
    choices = { ...choices, ...changed };
    bar.show(choices);
    drawing.invalidate('now');
  };
  const bar = controls(choose);
  bar.element.append(theme.element);
  const zoomTo = (zoom: readonly [number, number]): void => choose({ zoom });

  const table = runTable((id, isShown) => {
    runs.show(id, isShown);
    drawing.invalidate('now');
  });
  const alerts = alertList();
  const charts = quantityCharts.map((chart) => timeChart(chart, { height: 170, zoomTo }));
  const planes = [pressureVolumePlane, temperatureEntropyPlane].map(planeView);
  const layers = layerSection(drawing, zoomTo);
  root.dataset['theme'] = theme.theme;
  root.append(
    bar.element,
    table.element,
    alerts.element,
    section('In time', charts),
    section('In the planes of a gas', planes),
    layers.element,
  );
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  document.adoptedStyleSheets.push(sheet);
  target.append(root);
  for (const text of [table, alerts]) drawing.add('text', text);
  for (const picture of [...charts, ...planes, layers]) drawing.add('picture', picture);
  const resized = new ResizeObserver(() => drawing.invalidate('soon'));
  resized.observe(root);

  return {
    describe(descriptions) {
      runs.describe(descriptions);
      drawSoon();
    },
    add(run, generation, rows) {
      runs.add(run, generation, rows);
      drawSoon();
    },
    recorder({ name, total }) {
      const alertsOf = alertWatch(total === undefined ? {} : { total });
      const run = runs.own(name, total ?? null);
      return {
        record(point: Point) {
          run.append(timed(point), alertsOf(point));
          drawSoon();
        },
        close() {
          run.finish();
          drawSoon();
        },
      };
    },
    close() {
      drawing.close();
      resized.disconnect();
      theme.close();
      root.remove();
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
    },
  };
}

function section(title: string, parts: readonly { readonly element: HTMLElement }[]): HTMLElement {
  const grid = element('div', { class: 'thermo-grid' }, ...parts.map((part) => part.element));
  return element('section', {}, element('h2', {}, title), grid);
}
