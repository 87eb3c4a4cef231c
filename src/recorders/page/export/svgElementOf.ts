/**
 * A drawing's markup, in which all text is escaped, as an element of this page. Its words become a label, as a browser would
 * lay a title over what is under the pointer.
 */
export function svgElementOf(svg: string): Element {
  const holder = document.createElement('template');
  holder.innerHTML = svg;
  const drawing = holder.content.firstElementChild!;
  const words = ['title', 'desc'].map((name) => {
    const child = drawing.querySelector(`:scope > ${name}`);
    child?.remove();
    return child?.textContent ?? '';
  });
  drawing.setAttribute('aria-label', words.join(': '));
  return drawing;
}
