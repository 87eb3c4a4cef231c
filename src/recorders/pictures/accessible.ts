/** Labels an svg element for screen readers and as a tooltip: role, aria-label and a title. */
export function accessible(svg: Element, label: string, document: Document): Element {
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', label);
  const title = document.createElementNS('http://www.w3.org/2000/svg', 'title');
  title.textContent = label;
  svg.prepend(title);
  return svg;
}
