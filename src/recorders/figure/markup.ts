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
const unspeakable = /(?![\t\n\r])[\p{Cc}\p{Surrogate}\uFFFE\uFFFF]/gu;

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

/** Pixels from the picture beyond which nothing can be seen. */
const farthest = 1e6;

/** A coordinate to a tenth of a pixel, as short as it can be written. */
export function pixels(value: number): string {
  return String(Math.round(Math.max(-farthest, Math.min(farthest, value)) * 10) / 10);
}
