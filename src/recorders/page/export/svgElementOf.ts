/** A drawing's markup, in which all text is escaped, as an element of this page. */
export function svgElementOf(svg: string): Element {
  return document.importNode(new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement, true);
}
