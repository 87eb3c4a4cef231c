import { spawn, type ChildProcess } from 'node:child_process';
import { resolve } from 'node:path';

const main = resolve(import.meta.dirname, '../../dist/cli/main.js');

/** How a command of the built command line ended. */
export interface CliResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Starts `tfjs-thermo` with arguments; `done` resolves when it has ended. */
export function startCli(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): { readonly child: ChildProcess; readonly done: Promise<CliResult>; output(): string } {
  const child = spawn(process.execPath, [main, ...args], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (text: Buffer) => (stdout += text.toString()));
  child.stderr.on('data', (text: Buffer) => (stderr += text.toString()));
  const done = new Promise<CliResult>((settle) => {
    child.on('close', (code) => settle({ code, stdout, stderr }));
  });
  return { child, done, output: () => stdout + stderr };
}

/** Runs `tfjs-thermo` with arguments to its end. */
export const runCli = (
  args: readonly string[],
  environment?: Readonly<Record<string, string>>,
): Promise<CliResult> => startCli(args, environment).done;
