import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { screenOf } from '../recorders/terminal/screen.js';
import { temporaryFolders } from '../temporaryFolders.js';

const dist = resolve(import.meta.dirname, '../../dist');
const main = join(dist, 'cli/main.js');
const utf8 = { LANG: 'C.UTF-8', LC_ALL: '', LC_CTYPE: '' };
const temporaryFolder = temporaryFolders();

/** Starts a command on a terminal of its own, in which what is typed arrives as from a keyboard. */
function startInTerminal(
  command: readonly string[],
  { columns = 80, environment = {} }: { columns?: number; environment?: Record<string, string> } = {},
) {
  const runner = join(import.meta.dirname, 'runInTerminal.py');
  const child = spawn('python3', [runner, String(columns), '24', ...command], {
    // Python would change the locale of what it starts.
    env: { ...process.env, ...utf8, PYTHONCOERCECLOCALE: '0', TERM: 'xterm', ...environment },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (text: Buffer) => (output += text.toString()));
  const done = new Promise<{ code: number | null; screen: readonly string[]; output: string }>((settle) => {
    child.on('close', (code) => settle({ code, screen: screenOf(output, columns), output }));
  });
  return { type: (text: string) => child.stdin.write(text), output: () => output, done };
}

/** A script that records readings on a terminal while it prints in every way it can, and ends as it is told. */
function script(end: string): string {
  const file = join(temporaryFolder(), 'printing.mjs');
  const module = (path: string): string => JSON.stringify(pathToFileURL(join(dist, path)).href);
  writeFileSync(
    file,
    `
    import { terminalRecorder } from ${module('recorders/node.js')};
    import { setTimeout as wait } from 'node:timers/promises';
    const terminal = terminalRecorder({ total: 200 });
    for (let step = 1; step <= 200; step++) {
      await terminal.record({ step, temperature: 1 / step, temperatureError: 0.01 / step, volume: 2, loss: 1, phase: 'isotherm' });
      if (step % 10 === 0) {
        console.log('log ' + step);
        console.error('error ' + step);
        process.stdout.write('written in ');
        await wait(20);
        process.stderr.write('two pieces ' + step + '\\n');
        console.log('x'.repeat(100));
      }
    }
    ${end}
    `,
  );
  return file;
}
const printed = Array.from({ length: 20 }, (_, i) => 10 * (i + 1)).flatMap((step) => [
  `log ${step}`,
  `error ${step}`,
  `written in two pieces ${step}`,
  'x'.repeat(80),
  'x'.repeat(20),
]);
const lastLine = 'step 200/200  isotherm  T 5.000e-3 +- 5.0e-5  V 2.00  loss 1.00';

describe('on a terminal', () => {
  test('what a program prints while it trains stands whole above the display, which leaves one line', async () => {
    const { code, screen } = await startInTerminal([process.execPath, script('await terminal.close();')])
      .done;
    expect(code).toBe(0);
    expect(screen).toEqual([...printed, lastLine, '']);
  });

  test('an exception, or an end without closing, leaves the last line too, and the message whole', async () => {
    const thrown = await startInTerminal([process.execPath, script("throw new Error('it broke');")]).done;
    expect(thrown.code).toBe(1);
    expect(thrown.screen.slice(0, printed.length + 1)).toEqual([...printed, lastLine]);
    expect(thrown.screen).toContain('Error: it broke');
    const left = await startInTerminal([process.execPath, script('process.exit(3);')]).done;
    expect(left).toMatchObject({ code: 3, screen: [...printed, lastLine, ''] });
  });

  test('Ctrl-C is told above the display, and ends with its last state, the report and 130', async () => {
    const out = join(temporaryFolder(), 'run');
    const command = [process.execPath, main, 'simulate', '--process', 'none', '--steps', '10000000'];
    const { type, output, done } = startInTerminal([...command, '--every', '10', '--out', out]);
    await expect.poll(output, { timeout: 60_000, interval: 50 }).toMatch(/[▁▂▃▄▅▆▇█]{4}/);
    type('\u0003');
    const { code, screen } = await done;
    expect(code).toBe(130);
    const said = screen.indexOf('stopping at the next reading; once more to quit at once');
    expect(screen.slice(said + 1)).toEqual([
      expect.stringMatching(/^step \d+\/10000000 {2}hold {2}T \S+ {2}V \S+ {2}Z \S+ {2}loss \S+/),
      expect.stringMatching(/^interrupted after \d+ steps$/),
      expect.stringMatching(/^report: /),
      '',
    ]);
  });

  test('a narrow one without Unicode is drawn on with letters, and one that can only print not at all', async () => {
    const command = [process.execPath, script('await terminal.close();')];
    const narrow = await startInTerminal(command, { columns: 30, environment: { LANG: 'C' } }).done;
    expect(narrow.screen).toContain('error 200');
    expect(narrow.output).toMatch(/\d+\/200 {2}loss 1\.00.*\r\nT \S+ \+- \S+/);
    expect(Buffer.byteLength(narrow.output)).toBe(narrow.output.length);
    const dumb = await startInTerminal(command, { environment: { TERM: 'dumb' } }).done;
    expect(dumb.output).not.toContain('\u001B');
    expect(dumb.output).toContain(`${lastLine}  0 s left`);
  });
});
