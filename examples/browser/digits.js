// The sample of MNIST that comes with the package: gzip IDX files, unzipped and read in the page.

/** Pixels on an image's edge. */
export const size = 28;

/** `{ train, test }`, each `{ count, images, labels }` with pixels of mean about 0 and deviation about 1. */
export async function loadDigits() {
  const [train, test] = await Promise.all(['train', 't10k'].map(loadPart));
  return { train, test };
}

async function loadPart(prefix) {
  const [images, labels] = await Promise.all([
    unzipped(`../data/mnist/${prefix}-images-idx3-ubyte.gz`),
    unzipped(`../data/mnist/${prefix}-labels-idx1-ubyte.gz`),
  ]);
  // The head: a magic number and the counts of each dimension, four bytes each.
  const pixels = Float32Array.from(images.subarray(16), (pixel) => (pixel / 255 - 0.13) / 0.31);
  return { count: labels.length - 8, images: pixels, labels: labels.subarray(8) };
}

async function unzipped(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} could not be loaded (${response.status})`);
  const stream = response.body.pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** The digits at these places, as tensors `{ xs, ys }` for a model. */
export function tensorsAt(digits, places) {
  const xs = new Float32Array(places.length * size * size);
  places.forEach((place, i) => {
    xs.set(digits.images.subarray(place * size * size, (place + 1) * size * size), i * size * size);
  });
  const labels = Int32Array.from(places, (place) => digits.labels[place]);
  return {
    xs: tf.tensor4d(xs, [places.length, size, size, 1]),
    ys: tf.tidy(() => tf.oneHot(tf.tensor1d(labels, 'int32'), 10).toFloat()),
  };
}

/** Batches of digits for `fitDataset`: all of them in a new order, again and again. */
export function batchesOf(digits, batchSize) {
  return tf.data.generator(function* () {
    for (;;) {
      const order = tf.util.createShuffledIndices(digits.count);
      for (let from = 0; from + batchSize <= digits.count; from += batchSize)
        yield tensorsAt(digits, order.slice(from, from + batchSize));
    }
  });
}
