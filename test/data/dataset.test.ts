import { describe, expect, test } from 'vitest';
import { createDataset, firstExamples } from '../../src/experiments/data/index.js';

const images = { width: 2, height: 1, channels: 2 };
const train = { images: Uint8Array.of(0, 10, 2, 30, 4, 10, 6, 30), labels: Uint8Array.of(0, 1) };
const other = { images: Uint8Array.of(1, 2, 3, 4), labels: Uint8Array.of(1) };
const valid = { name: 'tiny', images, classes: 2, train, test: other };

describe('createDataset', () => {
  test('measures mean and standard deviation of the training pixels of each channel', () => {
    const { mean, standardDeviation } = createDataset(valid).pixelStatistics;
    expect(mean).toEqual([3, 20]);
    expect(standardDeviation).toEqual([Math.sqrt(5), 10]);
  });

  test.each([
    [
      'no classes to tell apart',
      { ...valid, classes: 1 },
      'tiny: classes is 1: pass a whole number of at least 2',
    ],
    [
      'an empty part',
      { ...valid, test: { images: new Uint8Array(), labels: new Uint8Array() } },
      'tiny: test set is empty: pass at least one image',
    ],
    [
      'bytes that are not the labels times the image size',
      { ...valid, test: { ...other, images: Uint8Array.of(1, 2, 3) } },
      'tiny: test set has 1 labels but 3 image bytes: pass 4 bytes for each label',
    ],
    [
      'a label that is no class',
      { ...valid, train: { ...train, labels: Uint8Array.of(0, 2) } },
      'tiny: training set: label 1 is 2: pass labels in 0..1',
    ],
    [
      'a channel that is constant',
      { ...valid, train: { ...train, images: Uint8Array.of(0, 7, 2, 7, 4, 7, 6, 7) } },
      'tiny: every training pixel of channel 1 is 7: pass images that differ',
    ],
  ])('refuses %s', (_, description, message) => {
    expect(() => createDataset(description)).toThrow(message);
  });
});

describe('firstExamples', () => {
  test('keeps the first images of a part and measures them anew', () => {
    const first = firstExamples(createDataset(valid), { train: 1 });
    expect([...first.train.images]).toEqual([0, 10, 2, 30]);
    expect(first.pixelStatistics.mean).toEqual([1, 20]);
    expect(first.test.labels.length).toBe(1);
  });

  test('keeps all where there are fewer', () => {
    expect(firstExamples(createDataset(valid), { train: 100 }).train.labels.length).toBe(2);
  });

  test('refuses to keep none', () => {
    expect(() => firstExamples(createDataset(valid), { train: 0 })).toThrow(
      'train is 0: pass a whole number of at least 1',
    );
  });
});
