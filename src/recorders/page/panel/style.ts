import { declarationsOf, palettes } from '../../figure/index.js';

/** The style of a panel. */
export const style = `
.thermo { ${declarationsOf(palettes.light)} --raised: #f3f5f7; --notice: #fff4d6;
  background: var(--surface); color: var(--text); font: 14px/1.45 system-ui, sans-serif; color-scheme: light; }
.thermo[data-theme=dark] { ${declarationsOf(palettes.dark)} --raised: #1e2329;
  --notice: #3a3115; color-scheme: dark; }
.thermo :is(h2, p, figure) { margin: 0; }
.thermo h2 { font-size: 1.05rem; margin: 1.5rem 0 .5rem; }
.thermo :focus-visible { outline: 2px solid currentColor; outline-offset: 1px; }
.thermo [hidden] { display: none; }
.thermo-controls { display: flex; flex-wrap: wrap; gap: .5rem 1.25rem; align-items: center; margin: .75rem 0; }
.thermo-controls label { display: inline-flex; align-items: center; gap: .35rem; }
.thermo-controls input[type=number] { width: 6.5em; }
.thermo :is(button, select, input) { font: inherit; color: inherit; }
.thermo :is(button, select, input[type=number]) { background: var(--raised); border: 1px solid var(--muted);
  border-radius: 4px; padding: .1rem .5rem; }
.thermo button { cursor: pointer; }
.thermo button[aria-pressed=true] { background: var(--text); color: var(--surface); }
.thermo-scroll { overflow-x: auto; contain: content; }
.thermo table { border-collapse: collapse; width: 100%; font-size: 13px; }
.thermo caption { text-align: left; color: var(--muted); padding-bottom: .25rem; }
.thermo :is(th, td) { text-align: left; padding: .3rem .75rem .3rem 0; vertical-align: top; font-weight: normal; }
.thermo tbody th { min-width: 9rem; }
.thermo tbody tr { border-top: 1px solid var(--line); }
.thermo thead th { color: var(--muted); white-space: nowrap; }
.thermo th label { display: inline-flex; gap: .4rem; align-items: center; overflow-wrap: anywhere; }
.thermo td.thermo-number { font-variant-numeric: tabular-nums; white-space: nowrap; }
.thermo td.thermo-words { min-width: 18rem; }
.thermo-swatch { width: .8rem; height: .8rem; border-radius: 2px; flex: none; }
.thermo-alerts { background: var(--notice); border-radius: 4px; padding: .5rem .75rem; margin-top: .75rem; }
.thermo-alerts h2 { margin: 0; }
.thermo-alerts ul { margin: .25rem 0 0; padding-left: 1.25rem; max-height: 9rem; overflow-y: auto; }
.thermo-grid { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(26rem, 100%), 1fr)); gap: 1.25rem 1.5rem; }
.thermo-grid.thermo-small { grid-template-columns: repeat(auto-fill, minmax(min(17rem, 100%), 1fr)); gap: .75rem 1rem; }
.thermo-chart { min-width: 0; }
.thermo-chart figcaption { display: flex; flex-wrap: wrap; gap: .1rem .75rem; align-items: baseline; font-size: 13px; }
.thermo-chart strong { font-weight: 600; overflow-wrap: anywhere; }
.thermo-unit, .thermo-readout { color: var(--muted); }
.thermo-legend { display: flex; flex-wrap: wrap; gap: 0 .75rem; font-size: 13px; }
.thermo-legend span { display: inline-flex; align-items: center; gap: .3rem; }
.thermo-legend svg { width: 20px; height: 10px; }
.thermo-save { margin-left: auto; display: inline-flex; gap: .25rem; }
.thermo-save button { font-size: 11px; padding: 0 .35rem; min-height: 24px; }
.thermo-readout { display: block; min-height: 1.2em; font-size: 12px; white-space: pre-wrap; font-variant-numeric: tabular-nums; }
.thermo-picture { contain: content; }
.thermo-picture svg { display: block; width: 100%; height: auto; }
.thermo-plot { position: relative; user-select: none; }
.thermo-over { position: absolute; inset: 0; cursor: crosshair; touch-action: pan-y; }
.thermo-over div { position: absolute; pointer-events: none; }
.thermo-cursor { border-left: 1px dashed var(--muted); }
.thermo-area { background: var(--muted); opacity: .25; }
.thermo-unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
`;
