import { runCommand } from '../command/runCommand.js';

/** The NVIDIA driver of this machine and the names of the GPUs it drives. */
export interface NvidiaDriver {
  readonly version: string;
  readonly gpus: readonly string[];
}

/** Asks the driver's own tool; null where there is no driver or no GPU. */
export async function nvidiaDriver(): Promise<NvidiaDriver | null> {
  try {
    const answer = await runCommand(
      'nvidia-smi',
      ['--query-gpu=driver_version,name', '--format=csv,noheader'],
      { timeout: 10_000 },
    );
    const rows = answer
      .trim()
      .split('\n')
      .map((row) => row.split(', '));
    const version = rows[0]?.[0];
    if (!version) return null;
    return { version, gpus: rows.map((row) => row.slice(1).join(', ')) };
  } catch {
    return null;
  }
}
