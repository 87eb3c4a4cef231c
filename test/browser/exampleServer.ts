import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';

const root = resolve(import.meta.dirname, '../..');

/** The server of the browser example, running. */
export interface ExampleServer {
  /** With the slash at its end. */
  readonly address: string;
  close(): Promise<void>;
}

/** Makes the module from its sources as they are, where the server takes it from. */
export function buildModule(): void {
  execFileSync(process.execPath, [resolve(root, 'src/browser/bundle.mjs')]);
}

/** Starts the server as a user does, at a port of its choice. */
export async function exampleServer(): Promise<ExampleServer> {
  const child = spawn(process.execPath, [resolve(root, 'examples/browser/serve.mjs'), '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  return {
    address: /^http\S+/.exec(line)![0],
    async close() {
      const ended = once(child, 'exit');
      child.kill();
      await ended;
    },
  };
}
