import { isotropicNoise, linearEnergy, loadKernel } from '../../simulator/index.js';
import { toyModel } from '../../simulator/study/index.js';

/** What moves the chains of a study on this machine, with the reason where it is not the SIMD kernel. */
export async function studyEngine(): Promise<string> {
  const { dimension, direction } = toyModel;
  const kernel = await loadKernel();
  const engine = kernel.engineOf({
    energy: linearEnergy({ dimension, direction }),
    noise: isotropicNoise(),
  });
  return engine.name === 'wasm' ? 'wasm' : `typescript (${engine.reason})`;
}
