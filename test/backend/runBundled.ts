import { spawn } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { build } from 'esbuild';

/** A program of a test, running in a process of its own. */
export interface RunningChild {
  /** Resolves when the child has written a line that holds `text`. */
  readonly hasWritten: (text: string) => Promise<void>;
  readonly kill: () => void;
  readonly ended: Promise<ChildOutcome>;
}

/** How a child process ended and what it wrote. */
export interface ChildOutcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Bundles a TypeScript program, without the packages it imports, into a project folder, and starts it there: its
 * imports are then what that project has installed.
 */
export async function startBundled(
  program: string,
  project: string,
  parameters: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<RunningChild> {
  const bundle = join(project, 'bundles', basename(program).replace(/\.ts$/, '.mjs'));
  await mkdir(join(project, 'bundles'), { recursive: true });
  await build({
    entryPoints: [program],
    outfile: bundle,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'error',
  });
  const child = spawn(process.execPath, [bundle, ...parameters], {
    cwd: project,
    env: { ...process.env, ...environment },
  });
  let stdout = '';
  let stderr = '';
  const waiting: (() => void)[] = [];
  child.stdout.on('data', (chunk: Buffer) => {
    stdout += chunk.toString();
    waiting.forEach((look) => look());
  });
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const ended = new Promise<ChildOutcome>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
  const hasWritten = (text: string) =>
    new Promise<void>((resolve, reject) => {
      const look = () => (stdout.includes(text) ? resolve() : undefined);
      waiting.push(look);
      look();
      void ended.then((outcome) =>
        reject(new Error(`the child never wrote "${text}": ${outcome.stdout}${outcome.stderr}`)),
      );
    });
  return { hasWritten, kill: () => child.kill('SIGKILL'), ended };
}

/** Runs a bundled program to its end. */
export async function runBundled(
  program: string,
  project: string,
  parameters: readonly string[] = [],
  environment: Readonly<Record<string, string>> = {},
): Promise<ChildOutcome> {
  const child = await startBundled(program, project, parameters, environment);
  return child.ended;
}
