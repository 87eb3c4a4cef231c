/** A build of TensorFlow on Python's package index whose C library the addon can be linked with. */
export interface WheelVariant {
  readonly name: 'cpu' | 'cuda';
  readonly distribution: string;
  readonly version: string;
  /** What is downloaded, and what the unpacked libraries take, in megabytes. */
  readonly downloadSize: number;
  readonly unpackedSize: number;
  /** The extra of the distribution that names the libraries it needs beside its own; null for none. */
  readonly extra: string | null;
}

/** For processors: a third of the size of the CUDA build. */
export const cpuWheel: WheelVariant = {
  name: 'cpu',
  distribution: 'tensorflow-cpu',
  version: '2.15.1',
  downloadSize: 207,
  unpackedSize: 620,
  extra: null,
};

/** For NVIDIA GPUs: the wheels of the CUDA libraries come with it. */
export const cudaWheel: WheelVariant = {
  name: 'cuda',
  distribution: 'tensorflow',
  version: '2.15.1',
  downloadSize: 2600,
  unpackedSize: 4500,
  extra: 'and-cuda',
};
