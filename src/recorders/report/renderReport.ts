import { parseHTML } from 'linkedom';
import {
  accuracyPicture,
  compressibilityPicture,
  gasLawPicture,
  lossPicture,
  type Picture,
  pressurePicture,
  temperaturePicture,
  volumePicture,
} from '../pictures/index.js';
import { factTable } from './factTable.js';
import { escaped } from './markup.js';
import { pictureSection } from './pictureSection.js';
import type { ReportContent } from './report.js';
import { stateSentence } from './stateSentence.js';
import { style } from './style.js';

const pictures: readonly Picture[] = [
  temperaturePicture,
  volumePicture,
  gasLawPicture,
  compressibilityPicture,
  lossPicture,
  accuracyPicture,
  pressurePicture,
];

/**
 * A run as one HTML page that needs nothing else: tables of results and settings, and its pictures as inline SVG. A run
 * that goes on or broke off is shown as far as it went, and the page says so.
 */
export function renderReport(content: ReportContent): string {
  const { name, state, facts, settings, points, notes } = content;
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  const title = `${escaped(name)} run`;
  const sentences = [stateSentence(content), ...notes].map((note) => `<p>${escaped(note)}</p>`).join('');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${title}</h1>
<div${state === 'finished' && notes.length === 0 ? '' : ' class="notice"'}>${sentences}</div>
<div class="tables">${factTable('Results', facts)}${factTable('Settings', settings)}</div>
${pictures.map((picture) => pictureSection(picture, points, document)).join('\n')}
</main>
</body>
</html>
`;
}
