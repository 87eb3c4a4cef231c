import type { Point } from '../../control/index.js';
import type { Picture } from '../pictures/index.js';
import { escaped } from './markup.js';

/** A picture under its heading, or a sentence that says why it is left out. */
export function pictureSection(picture: Picture, points: readonly Point[], document: Document): string {
  const drawn = picture.draw(points, document);
  const body =
    drawn === null
      ? `<p class="absent">Left out: the run recorded no ${picture.fields.join(', ')} that could be drawn.</p>`
      : `<figure>${drawn.outerHTML}<figcaption>${escaped(picture.caption)}</figcaption></figure>`;
  return `<section><h2>${escaped(picture.title)}</h2>${body}</section>`;
}
