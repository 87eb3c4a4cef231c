/** Text as HTML and XML show it, within an element or a quoted attribute; characters that XML cannot hold become U+FFFD. */
export function escaped(text: string): string {
  return text
    .replaceAll(unspeakable, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Control characters and halves of surrogate pairs, which the `u` flag tells from whole ones. */
const unspeakable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF\p{Surrogate}]/gu;

/** An element as markup. Attributes are escaped here; the content is markup already. */
export function tag(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  ...content: readonly string[]
): string {
  const given = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escaped(typeof value === 'number' ? pixels(value) : value)}"`)
    .join('');
  return content.length === 0 ? `<${name}${given}/>` : `<${name}${given}>${content.join('')}</${name}>`;
}

/** A coordinate to a tenth of a pixel, as short as it can be written. */
export function pixels(value: number): string {
  return String(Math.round(value * 10) / 10);
}
