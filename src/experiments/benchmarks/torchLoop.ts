import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** The toy model's loop in PyTorch, in a process that waits to be asked. */
export interface TorchLoop {
  /** Nanoseconds of processor time that a chain-step takes, over a number of steps of 289 chains. */
  time(steps: number): Promise<number>;
  end(): void;
}

/** A loop, or why there is none. */
export type StartedTorchLoop = { readonly loop: TorchLoop } | { readonly reason: string };

/** The program stands in src, which the package holds beside what is built from it. */
const program = fileURLToPath(new URL('../../../src/experiments/benchmarks/torchLoop.py', import.meta.url));
/** That of the path, and Debian's, which may be hidden behind another. */
const pythons = ['python3', '/usr/bin/python3'];

/** Starts the loop with the first Python that has PyTorch. */
export async function startTorchLoop(): Promise<StartedTorchLoop> {
  const reasons: string[] = [];
  for (const python of pythons) {
    const started = await start(python);
    if ('loop' in started) return started;
    reasons.push(`${python}: ${started.reason}`);
  }
  return { reason: reasons.join('; ') };
}

async function start(python: string): Promise<StartedTorchLoop> {
  const child = spawn(python, [program], { stdio: ['pipe', 'pipe', 'pipe'] });
  let complaint = '';
  child.on('error', (error) => (complaint = error.message));
  child.stderr.on('data', (text: Buffer) => (complaint += text.toString()));
  // A program that has ended already is told by its silence.
  child.stdin.on('error', () => undefined);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async (): Promise<string | null> => {
    const { done, value } = await lines.next();
    return done === true ? null : value;
  };
  if ((await next()) !== 'ready') {
    child.kill();
    return { reason: complaint.trim().split('\n').at(-1) || 'it ended without a word' };
  }
  return {
    loop: {
      async time(steps) {
        child.stdin.write(`${steps}\n`);
        const line = await next();
        if (line === null) throw new Error(`the PyTorch loop ended: ${complaint}`);
        return Number(line);
      },
      end: () => child.stdin.end(),
    },
  };
}
