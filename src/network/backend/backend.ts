/** The name tfjs knows a backend by. */
export type BackendName = 'tensorflow' | 'webgpu' | 'wasm' | 'cpu';

/** One way to run, better ones first: CUDA, any other GPU, TensorFlow's C library, WebAssembly, plain JavaScript. */
export type CandidateName = 'native-cuda' | 'webgpu' | 'native' | 'wasm' | 'cpu';

/** Whether a candidate can run here, why, and what would make it run. */
export type Availability =
  | { readonly ok: true; readonly why: string }
  | { readonly ok: false; readonly why: string; readonly remedy: string };

/** A way to run that can be examined at no cost to this process, and then loaded into it. */
export interface Candidate {
  readonly name: CandidateName;
  readonly backend: BackendName;
  /** Looks whether the candidate can run here. What could crash runs in a process of its own. */
  examine(settings: BackendSettings): Promise<Availability>;
  /** Registers the backend with tfjs, so that tf.setBackend can choose it. */
  load(settings: BackendSettings): Promise<void>;
}

/** What the machine may be used for. */
export interface BackendSettings {
  /** `real` (default) takes GPUs only; `any` takes an adapter that runs on the processor too, as tests do. */
  readonly adapters: 'real' | 'any';
}

/** One candidate and what was found of it. */
export interface Examined {
  readonly candidate: CandidateName;
  readonly backend: BackendName;
  readonly availability: Availability;
}
