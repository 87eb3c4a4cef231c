import {
  backendSettings,
  examineCandidates,
  examineMachine,
  type Examined,
  type Machine,
} from '../network/backend/index.js';

/** What `tfjs-thermo doctor` may be told. */
export interface DoctorOptions {
  /** Print one JSON object instead of text. */
  readonly json?: boolean;
}

/** Prints what this machine is, which backend it would run on, and for each better one why not and what would help. */
export async function runDoctor(options: DoctorOptions = {}): Promise<void> {
  const machine = await examineMachine();
  const candidates = await examineCandidates(backendSettings());
  const chosen = candidates.find(({ availability }) => availability.ok)!;
  if (options.json) console.log(JSON.stringify({ machine, candidates, chosen: chosen.candidate }, null, 2));
  else console.log([...machineLines(machine), '', ...candidateLines(candidates, chosen)].join('\n'));
}

function machineLines(machine: Machine): string[] {
  const { nvidiaDriver, tfjsCopies } = machine;
  const rows: [string, string][] = [
    ['Node', `${machine.node}, ${machine.platform}`],
    ['processor', `${machine.cores} cores, ${machine.processor}, ${machine.memory} GB`],
    [
      'NVIDIA driver',
      nvidiaDriver ? `${nvidiaDriver.version}, ${nvidiaDriver.gpus.join(', ')}` : 'none found',
    ],
    ['tfjs', `${machine.tfjs ?? 'not installed'}, ${copiesOf(tfjsCopies)}`],
    ['native package', machine.nativePackages.join(', ') || 'none installed'],
    ['TensorFlow', machine.tensorflow ?? 'none that loads'],
    ['cache', machine.cacheFolder],
  ];
  return rows.map(([name, value]) => `${name.padEnd(15)} ${value}`);
}

function copiesOf(folders: readonly string[]): string {
  if (folders.length === 1) return 'one copy';
  return `${folders.length} copies, which do not work together: run \`npm dedupe\` (${folders.join(', ')})`;
}

function candidateLines(candidates: readonly Examined[], chosen: Examined): string[] {
  const lines = candidates.flatMap((examined) => {
    const { candidate, backend, availability } = examined;
    const mark = examined === chosen ? 'chosen' : availability.ok ? 'ready' : 'not ready';
    const line = `${candidateColumns(candidate, backend)} ${mark.padEnd(10)} ${availability.why}`;
    return availability.ok
      ? [line]
      : [line, `${candidateColumns('', '')} ${' '.repeat(10)} remedy: ${availability.remedy}`];
  });
  return [candidateColumns('way to run', '--backend').trimEnd(), ...lines];
}

/** A way to run, and the name that `--backend` knows it by. */
function candidateColumns(candidate: string, backend: string): string {
  return `${candidate.padEnd(12)} ${backend.padEnd(11)}`;
}
