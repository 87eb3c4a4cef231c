import { interceptWrites, type InterceptedStream } from './interceptWrites.js';

/** What stands at the bottom of a terminal while something goes on. */
export interface LiveContent {
  /** The rows as they are now, for a terminal so many columns wide. */
  rows(columns: number): readonly string[];
  /** The line that stays when it is over; null for none. */
  lastLine(): string | null;
}

/** A place at the bottom of a terminal, for as long as it is not closed. */
export interface LiveBlock {
  /** Draws all rows anew. */
  refresh(): void;
  /** Takes the rows away and leaves the last line in their place. */
  close(): void;
}

interface Region {
  open(content: LiveContent): LiveBlock;
}

const csi = '\u001B[';
/** While automatic wrapping is off, a row that is too long is cut at the edge: one row is one row, whatever is in it. */
const wrapOff = `${csi}?7l`;
const wrapOn = `${csi}?7h`;

const regions = new WeakMap<NodeJS.WriteStream, Region>();

/**
 * Opens a place at the bottom of a terminal. What anyone writes to the terminal meanwhile, by process.stdout and
 * process.stderr, scrolls by above it, each line whole. Several may be open; they stand in the order they were opened in.
 *
 * The cursor is never hidden and waits on the line below, so that a process that is killed leaves the terminal as it
 * should be, and what a native library or the terminal itself prints there begins on a line of its own.
 */
export function openLiveBlock(stream: NodeJS.WriteStream, content: LiveContent): LiveBlock {
  let region = regions.get(stream);
  if (region === undefined) regions.set(stream, (region = regionOf(stream)));
  return region.open(content);
}

function regionOf(stream: NodeJS.WriteStream): Region {
  let contents: readonly LiveContent[] = [];
  let intercepted: readonly InterceptedStream[] = [];
  /** The last line that others have written, while its end is still to come: it is shown as the first row. */
  let unfinished = '';
  let drawn: readonly string[] = [];

  const size = (): { columns: number; rows: number } => ({
    // A terminal that does not know its size says 0.
    columns: stream.columns || 80,
    rows: stream.rows || 24,
  });
  const erased = (): string => {
    // Rows that a narrower terminal has wrapped cannot be counted: they stay, and nothing of anyone else's is erased.
    const isWrapped = drawn.some((row) => row.length > size().columns);
    return drawn.length === 0 || isWrapped ? '' : `\r${csi}${drawn.length}A${csi}0J`;
  };
  const redrawn = (): string => {
    const { columns, rows } = size();
    const own = contents.flatMap((content) => content.rows(columns));
    const all = unfinished === '' || own.length === 0 ? own : [unfinished, ...own];
    // What scrolls out at the top cannot be erased again.
    const shown = all.slice(0, Math.max(1, rows - 1));
    drawn = shown.map((row) => row.slice(0, columns));
    return shown.length === 0 ? '' : `${wrapOff}${shown.join('\n')}${wrapOn}\n`;
  };
  const write = (text: string): void => void intercepted[0]?.write(text);
  const refresh = (): void => write(erased() + redrawn());
  const closeAll = (): void => [...contents].forEach(close);
  /** After Ctrl-Z the shell has written where the rows were. */
  const resume = (): void => {
    drawn = [];
    refresh();
  };

  const begin = (): void => {
    const terminals = new Set([stream, process.stdout, process.stderr].filter(({ isTTY }) => isTTY));
    intercepted = [...terminals].map((terminal) =>
      interceptWrites(terminal, (text, pass) => {
        const lines = unfinished + text;
        const end = lines.lastIndexOf('\n') + 1;
        unfinished = withoutOverwritten(lines.slice(end));
        return pass(erased() + lines.slice(0, end) + redrawn());
      }),
    );
    stream.on('resize', refresh);
    process.on('SIGCONT', resume);
    process.on('exit', closeAll);
    process.on('uncaughtExceptionMonitor', closeAll);
  };
  const end = (): void => {
    stream.off('resize', refresh);
    process.off('SIGCONT', resume);
    process.off('exit', closeAll);
    process.off('uncaughtExceptionMonitor', closeAll);
    // Others go on after what they have written of their line.
    write(unfinished);
    unfinished = '';
    intercepted.forEach(({ restore }) => restore());
    intercepted = [];
  };
  const close = (content: LiveContent): void => {
    if (!contents.includes(content)) return;
    contents = contents.filter((other) => other !== content);
    const line = content.lastLine();
    write(erased() + (line === null ? '' : `${line}\n`) + redrawn());
    if (contents.length === 0) end();
  };

  return {
    open: (content) => {
      if (contents.length === 0) begin();
      contents = [...contents, content];
      refresh();
      return { refresh, close: () => close(content) };
    },
  };
}

/** A line that was written over after a carriage return, as spinners do, is what was written last. */
function withoutOverwritten(line: string): string {
  return line.slice(line.lastIndexOf('\r', line.length - 2) + 1);
}
