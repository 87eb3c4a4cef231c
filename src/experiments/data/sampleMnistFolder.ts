import { fileURLToPath } from 'node:url';

/** The folder of the sample that comes with the package: MNIST's first 6,000 training and 1,000 test digits. */
export const sampleMnistFolder: string = fileURLToPath(
  new URL('../../../examples/data/mnist', import.meta.url),
);
