import { spawn } from 'node:child_process';
import { CommandFailure } from './commandFailure.js';

/** How a command is run; `timeout` is in milliseconds. */
export interface CommandSettings {
  readonly timeout: number;
  readonly cwd?: string;
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

/**
 * Runs a program without a shell and returns what it wrote to its standard output.
 *
 * @throws CommandFailure when it cannot be started, ends with a code other than 0, or runs past `timeout`.
 */
export function runCommand(
  program: string,
  parameters: readonly string[],
  settings: CommandSettings,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, parameters, {
      cwd: settings.cwd,
      env: { ...process.env, ...settings.environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let written = '';
    let everything = '';
    let outOfTime = false;
    const timer = setTimeout(() => {
      outOfTime = true;
      child.kill('SIGKILL');
      // A grandchild may hold the pipes open for longer than the child lives.
      child.stdout.destroy();
      child.stderr.destroy();
    }, settings.timeout);
    const fail = (ending: string) => {
      clearTimeout(timer);
      reject(new CommandFailure([program, ...parameters.slice(0, 3)].join(' '), ending, everything));
    };
    child.stdout.on('data', (chunk: Buffer) => {
      written += chunk.toString();
      everything += chunk.toString();
    });
    child.stderr.on('data', (chunk: Buffer) => (everything += chunk.toString()));
    child.on('error', (error) => fail(`could not be started: ${error.message}`));
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      if (outOfTime) fail(`was stopped after ${settings.timeout / 1000} s`);
      else if (code !== 0) fail(code === null ? `was ended by ${signal}` : `failed with exit code ${code}`);
      else resolve(written);
    });
  });
}
