import { declarationsOf, palettes } from '../figure/index.js';

/** The report's style sheet: one column, light or dark as the reader's system asks, and light on paper. */
export const style = `
:root { color-scheme: light dark; ${declarationsOf(palettes.light)} --notice: #fff4d6; }
@media screen and (prefers-color-scheme: dark) {
  :root { ${declarationsOf(palettes.dark)} --notice: #3a3115; }
}
body { margin: 0 auto; max-width: 46rem; padding: 1.5rem 1rem 4rem; background: var(--surface); color: var(--text);
  font: 15px/1.5 system-ui, sans-serif; }
h1 { font-size: 1.5rem; margin: 0 0 .25rem; }
h2 { font-size: 1.1rem; margin: 2.25rem 0 .25rem; }
p { margin: .25rem 0; }
a { color: var(--series-1); }
.notice { background: var(--notice); border-radius: 4px; padding: .5rem .75rem; }
.absent, figcaption, caption { color: var(--muted); }
.tables { display: grid; grid-template-columns: repeat(auto-fit, minmax(18rem, 1fr)); gap: 1rem 2rem; margin-top: 1.25rem; }
table { border-collapse: collapse; width: 100%; align-self: start; font-size: 14px; }
caption { text-align: left; padding-bottom: .25rem; }
th { font-weight: normal; text-align: left; padding: .2rem 1rem .2rem 0; vertical-align: top; }
td { text-align: right; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; padding: .2rem 0; }
tr { border-top: 1px solid var(--line); }
figure { margin: .5rem 0 0; }
figcaption { font-size: 13.5px; }
sub { font-size: .75em; line-height: 0; }
svg { display: block; max-width: 100%; height: auto; }
@media print {
  :root { color-scheme: light; }
  body { max-width: none; padding: 0; font-size: 10pt; }
  a[download] { display: none; }
  section, figure, tr { break-inside: avoid; }
  h2, caption { break-after: avoid; }
  .notice { border: 1px solid var(--muted); }
}
`;
