import { requireCount, ThermoError } from '../../../error.js';
import { coordinatesOf } from '../coordinates/coordinatesOf.js';
import type { EntropyEstimate } from '../entropyEstimate.js';
import type { EntropyForm } from '../entropyForm.js';
import { entropyModule } from '../kernel/entropyModule.js';
import { kozachenkoLeonenko } from '../kozachenkoLeonenko.js';
import { meanLogDistance } from '../meanLogDistance.js';
import { requireMemory } from '../../requireMemory.js';
import { nearestRing } from './nearestRing.js';
import { nearestRingBytes } from './nearestRingBytes.js';
import { blockColumns, blockRows, type MakeProductKernel } from './productKernel.js';
import { typescriptProducts } from './typescriptProducts.js';
import { wasmProducts } from './wasmProducts.js';

/** What a WebAssembly module can address. */
const addressable = 4 * 2 ** 30;

/** What an entropy ring is made for. */
export interface EntropyRingOptions {
  /** How many of the newest samples count; at least 2. */
  readonly capacity: number;
  /** d, at least 2. */
  readonly dimension: number;
  /** Default `geodesic`. Angles cannot be standardised anew for each sample: `directionEntropy` does that. */
  readonly form?: Exclude<EntropyForm, 'standardisedAngles'>;
}

/** The entropy of the directions of the newest samples of a stream. */
export interface EntropyRing {
  readonly capacity: number;
  readonly dimension: number;
  /** Samples it holds. */
  readonly samples: number;
  /** What multiplies: TypeScript where WebAssembly has no SIMD, many times slower. */
  readonly kernel: 'wasm' | 'typescript';
  /** Adds one row of weights, of any norm, in place of the oldest one when the ring is full. */
  push(weights: Float32Array | Float64Array): void;
  /** The entropy of the samples it holds, which must be at least 2. */
  entropy(): EntropyEstimate;
}

/**
 * Makes a ring for the entropy of the directions of the newest samples, by their nearest neighbours (k = 1), for any d. Where
 * `directionEntropy` compares all samples at each call, the ring compares only those that are new since the last with all.
 *
 * Where 2 d > N, samples are kept in single precision as differences from the first one: an estimate over samples much closer
 * to one another than to the first loses that many digits; else it is that of `directionEntropy` to rounding. Memory is
 * about 4 N d + 4 N^2 bytes. Each 256 samples are multiplied with all others while the next ones come, part by part at each push;
 * what is left is done when the entropy is asked for.
 *
 * @throws ThermoError when an option is out of range or the memory cannot be had; `push`, for a row of another length, of norm
 * 0 or not finite.
 * @see `directionEntropy` for the estimator
 */
export function entropyRing(options: EntropyRingOptions): EntropyRing {
  const module = entropyModule();
  return entropyRingOn(module === null ? typescriptProducts : wasmProducts(module), options);
}

/** A ring whose products are computed by the given kernel. */
export function entropyRingOn(
  makeKernel: MakeProductKernel,
  { capacity, dimension, form = 'geodesic' }: EntropyRingOptions,
): EntropyRing {
  requireCount('capacity', capacity, 2);
  requireCount('dimension', dimension, 2);
  if ((form as EntropyForm) === 'standardisedAngles') {
    throw new ThermoError(
      'form is standardisedAngles, whose scale moves with each sample: pass angles or geodesic, or the samples to directionEntropy',
    );
  }
  const coordinates = coordinatesOf(form, dimension);
  const { columns } = coordinates;
  const stride = 4 * Math.ceil(columns / 4);
  const rows = capacity + (capacity % 2);
  const kernelBytes = 4 * rows * stride + 8 * blockRows * rows + 4 * blockRows * blockColumns;
  const what = `A ring of ${capacity} samples of dimension ${dimension}`;
  const remedy = 'pass a smaller capacity';
  requireMemory({ what, bytes: kernelBytes, limit: addressable, remedy });
  requireMemory({ what, bytes: kernelBytes + nearestRingBytes(capacity, columns), remedy });
  const kernel = makeKernel({ rows, stride });
  const ring = nearestRing(capacity, columns, kernel);
  const point = new Float64Array(columns);
  const logVolumes = new Float64Array(capacity);

  return {
    capacity,
    dimension,
    kernel: kernel.name,
    get samples() {
      return ring.count;
    },
    push(weights) {
      if (weights.length !== dimension) {
        throw new ThermoError(`weights has ${weights.length} numbers: pass ${dimension}`);
      }
      const logVolume = coordinates.locate(weights, 0, point, 0);
      if (Number.isNaN(logVolume)) {
        throw new ThermoError('weights has norm 0 or is not finite: pass a row that has a direction');
      }
      logVolumes[ring.push(point)] = logVolume;
    },
    entropy() {
      const samples = ring.count;
      if (samples < 2) {
        throw new ThermoError(
          `the ring holds ${samples} samples: push at least 2 before its entropy is asked for`,
        );
      }
      let logVolume = 0;
      for (let slot = 0; slot < samples; slot += 1) logVolume += logVolumes[slot]!;
      return kozachenkoLeonenko({
        samples,
        dimension,
        form,
        neighbour: 1,
        meanLogDistance: meanLogDistance(ring.squares(), coordinates.distance),
        meanLogVolume: logVolume / samples,
      });
    },
  };
}
