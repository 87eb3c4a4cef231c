/**
 * What a terminal shows after some output: as much of one as our display needs. Lines that scroll out at the top stay in `lines`.
 * Throws on an escape sequence that it does not know.
 */
export function screenOf(output: string, columns: number, rows = 24): readonly string[] {
  const cells: string[][] = [[]];
  let row = 0;
  let column = 0;
  let wraps = true;
  const lineAt = (at: number): string[] => {
    while (cells.length <= at) cells.push([]);
    return cells[at]!;
  };
  const put = (character: string): void => {
    if (column >= columns) {
      if (wraps) {
        row += 1;
        column = 0;
      } else column = columns - 1;
    }
    const line = lineAt(row);
    while (line.length < column) line.push(' ');
    line[column] = character;
    column += 1;
  };
  const control = (sequence: string): void => {
    const [, mark, number, letter] = /^(\?)?(\d*)([A-Za-z])$/.exec(sequence) ?? [];
    if (mark === '?' && number === '7') wraps = letter === 'h';
    else if (letter === 'A') row = Math.max(0, cells.length - rows, row - Number(number || 1));
    else if (letter === 'J' && number === '0') {
      lineAt(row).length = Math.min(lineAt(row).length, column);
      cells.length = row + 1;
    } else if (letter !== 'm') throw new Error(`unknown escape sequence ${sequence}`);
  };
  const pieces = output.replaceAll('\u001B[', '\uE000').matchAll(/\uE000([?\d;]*[A-Za-z])|([\s\S])/gu);
  for (const [, sequence, character] of pieces) {
    if (sequence !== undefined) control(sequence);
    else if (character === '\r') column = 0;
    else if (character === '\n') {
      row += 1;
      column = 0;
      lineAt(row);
    } else put(character!);
  }
  return cells.map((line) => line.join('').trimEnd());
}
