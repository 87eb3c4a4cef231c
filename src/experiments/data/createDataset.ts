import { requireCount, ThermoError } from '../../error.js';
import type { Dataset, LabelledImages } from './dataset.js';
import { pixelStatistics } from './pixelStatistics.js';

/**
 * Checks a set of labelled images and measures its training pixels.
 *
 * @param description the set without its pixel statistics; at least one training and one test image
 * @throws ThermoError when sizes, image bytes and labels disagree, a label is not a class, or a channel is constant
 */
export function createDataset(description: Omit<Dataset, 'pixelStatistics'>): Dataset {
  const { name, images, classes, train, test } = description;
  requireCount(`${name}: width`, images.width);
  requireCount(`${name}: height`, images.height);
  requireCount(`${name}: channels`, images.channels);
  requireCount(`${name}: classes`, classes, 2);
  const imageSize = images.width * images.height * images.channels;
  requireMatch(`${name}: training set`, train, imageSize, classes);
  requireMatch(`${name}: test set`, test, imageSize, classes);
  const statistics = pixelStatistics(train.images, images.channels);
  const constant = statistics.standardDeviation.indexOf(0);
  if (constant >= 0) {
    throw new ThermoError(
      `${name}: every training pixel of channel ${constant} is ${statistics.mean[constant]}: pass images that differ`,
    );
  }
  return { ...description, pixelStatistics: statistics };
}

function requireMatch(what: string, part: LabelledImages, imageSize: number, classes: number): void {
  const count = part.labels.length;
  if (count === 0) throw new ThermoError(`${what} is empty: pass at least one image`);
  if (part.images.length !== count * imageSize) {
    throw new ThermoError(
      `${what} has ${count} labels but ${part.images.length} image bytes: pass ${imageSize} bytes for each label`,
    );
  }
  const wrong = part.labels.findIndex((label) => label >= classes);
  if (wrong >= 0) {
    throw new ThermoError(
      `${what}: label ${wrong} is ${part.labels[wrong]}: pass labels in 0..${classes - 1}`,
    );
  }
}
