/** Width, height and channels of every image of a set, in pixels. */
export interface ImageShape {
  readonly width: number;
  readonly height: number;
  readonly channels: number;
}

/** Images with their labels, as bytes. */
export interface LabelledImages {
  /** Pixel values in 0..255, image after image, each as [height, width, channels]. */
  readonly images: Uint8Array;
  /** The class of each image, in 0..classes-1. */
  readonly labels: Uint8Array;
}

/** Mean and standard deviation of the training pixels, one of each per channel, in units of pixel values (0..255). */
export interface PixelStatistics {
  readonly mean: readonly number[];
  readonly standardDeviation: readonly number[];
}

/** A set of labelled images cut into a training and a test part. Made by `createDataset`, which checks it. */
export interface Dataset {
  readonly name: string;
  readonly images: ImageShape;
  /** Number of classes. */
  readonly classes: number;
  readonly train: LabelledImages;
  readonly test: LabelledImages;
  /** What every pixel, of training and test images alike, is standardised with: x -> (x - mean) / standardDeviation. */
  readonly pixelStatistics: PixelStatistics;
}
