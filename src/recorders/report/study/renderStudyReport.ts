import {
  deviationPicture,
  directionEntropyPicture,
  energyPicture,
  energyRatioPicture,
  entropyErrorPicture,
  minimaPicture,
  radiusPicture,
  slopesPicture,
  spherePressurePicture,
  type StudyPicture,
} from '../../pictures/study/index.js';
import { factTable } from '../factTable.js';
import { escaped } from '../../figure/index.js';
import { htmlPage } from '../htmlPage.js';
import { pictureSection } from '../pictureSection.js';
import { resultTable } from './resultTable.js';
import type { StudyReportContent } from './studyReport.js';
import { studySentence } from './studySentence.js';
import { studyStyle } from './studyStyle.js';

const pictures: readonly StudyPicture[] = [
  energyPicture,
  energyRatioPicture,
  directionEntropyPicture,
  entropyErrorPicture,
  slopesPicture,
  radiusPicture,
  spherePressurePicture,
  deviationPicture,
  minimaPicture,
];

/**
 * A study as one HTML page that needs nothing else: the table of results, the settings, and pictures as inline SVG. A study
 * that goes on or broke off is shown as far as it went, and the page says so.
 */
export function renderStudyReport(content: StudyReportContent): string {
  const { state, settings, protocols } = content;
  const sections = pictures.flatMap(({ title, caption, figure }) => {
    const drawn = figure(protocols);
    return drawn === null ? [] : [pictureSection({ title, caption, figure: drawn, needs: [] })];
  });
  return htmlPage(
    'Toy study',
    `<h1>The toy gas against its theory</h1>
<div${state === 'finished' ? '' : ' class="notice"'}><p>${escaped(studySentence(content))}</p></div>
<p>SGD on L = 1 + μ·w/|w| in three dimensions with isotropic noise, a chain for each cell of a grid. ± is one standard
error, from the scatter of independent chains; of published values, the error they were published with. Outside the
tolerance by less than two standard errors is undecided.</p>
${protocols.map(resultTable).join('\n')}
<div class="tables">${factTable('Settings', { ...settings })}</div>
${sections.join('\n')}`,
    studyStyle,
  );
}
