/** JSON for people: indented, with a line end. */
export function jsonText(content: object): string {
  return `${JSON.stringify(content, null, 2)}\n`;
}
