import { CommandFailure } from '../command/commandFailure.js';
import { runCommand } from '../command/runCommand.js';
import { dawnOptions } from './dawnOptions.js';

/** The adapter that Dawn offers in Node: a GPU, a driver that computes on the processor, or none. */
export type AdapterProbe =
  | { readonly kind: 'gpu' | 'software'; readonly name: string }
  | { readonly kind: 'none'; readonly why: string };

const script = `
import { create } from 'webgpu';
const adapter = await create(JSON.parse(process.argv[1])).requestAdapter();
if (!adapter) process.exit(3);
const { vendor, architecture, description, device, isFallbackAdapter } = adapter.info;
const name = description || device || [vendor, architecture].join(' ');
process.stdout.write(JSON.stringify({ kind: isFallbackAdapter ? 'software' : 'gpu', name }));
process.exit(0);
`;

/** Asks Dawn for an adapter in a child process, where a broken driver may crash. */
export async function probeAdapter(): Promise<AdapterProbe> {
  try {
    const answer = await runCommand(
      process.execPath,
      ['--input-type=module', '-e', script, JSON.stringify(dawnOptions)],
      { timeout: 15_000, cwd: import.meta.dirname },
    );
    return JSON.parse(answer) as AdapterProbe;
  } catch (error) {
    if (!(error instanceof CommandFailure)) throw error;
    const warning = /^(?:Warning|Error): (.*?)(?:: cannot open shared object file.*)?$/m.exec(
      error.output,
    )?.[1];
    return { kind: 'none', why: `no GPU adapter was found (${warning ?? error.ending})` };
  }
}
