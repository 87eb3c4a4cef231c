import {
  backendSettings,
  examineCandidates,
  prepareBackend,
  type AddonOrigin,
  type Examined,
} from '../network/backend/index.js';

/** What `tfjs-thermo setup` may be told. */
export interface SetupOptions {
  /** Build the native addon from source even if one loads, as after an NVIDIA driver was installed. */
  readonly fromSource?: boolean;
}

/** Makes the best backend of this machine ready and says in one line which it is, and why it is not a better one. */
export async function runSetup(options: SetupOptions = {}): Promise<void> {
  const origin: AddonOrigin = options.fromSource ? 'source' : 'anywhere';
  await prepareBackend((line) => console.log(`setup: ${line}`), origin);
  console.log(chosenLine(await examineCandidates(backendSettings())));
}

function chosenLine(examined: readonly Examined[]): string {
  const chosen = examined.findIndex(({ availability }) => availability.ok);
  const { backend, availability } = examined[chosen]!;
  const better = examined
    .slice(0, chosen)
    .map(({ candidate, availability: missed }) => `${candidate}: ${missed.why}`);
  return `backend ${backend}: ${availability.why}${better.length > 0 ? ` (${better.join('; ')})` : ''}`;
}
