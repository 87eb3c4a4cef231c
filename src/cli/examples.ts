/** Examples for the end of a command's help: what is typed after the program's name, and what it does. */
export function examples(lines: Readonly<Record<string, string>>): string {
  const commands = Object.keys(lines).map((line) => `npx tfjs-thermo ${line}`);
  const width = Math.max(...commands.map(({ length }) => length));
  const shown = Object.values(lines).map((what, i) => `  ${commands[i]!.padEnd(width)}  # ${what}`);
  return `\nExamples:\n${shown.join('\n')}`;
}
