import { csvOfFigure, drawFigure, escaped, withSubscripts } from '../figure/index.js';
import type { Picture } from '../pictures/index.js';
import { csvLink } from './csvLink.js';

/** A picture under its heading, with a link to its numbers; or a sentence that says why it is left out. */
export function pictureSection({ title, caption, figure, needs }: Picture): string {
  const body =
    figure === null
      ? `<p class="absent">Left out: the run recorded no ${escaped(needs.join(', '))} that could be drawn.</p>`
      : `<figure>${drawFigure(figure)}<figcaption>${withSubscripts(escaped(caption), (letters) => `<sub>${letters}</sub>`)} ${csvLink('Numbers (CSV)', `${fileName(title)}.csv`, csvOfFigure(figure))}</figcaption></figure>`;
  return `<section><h2>${escaped(title)}</h2>${body}</section>`;
}

function fileName(title: string): string {
  return title.toLowerCase().replaceAll(/[^a-z]+/g, '-');
}
