import { describe, expect, test } from 'vitest';
import { parseCifar10, parseIdxImages, parseIdxLabels } from '../../src/experiments/data/index.js';
import { idx } from './idx.js';

const images = idx(0x803, [2, 2, 3], [0, 1, 2, 3, 4, 5, 250, 251, 252, 253, 254, 255]);
const labels = idx(0x801, [3], [7, 0, 9]);

describe('parseIdxImages', () => {
  test('reads count, height, width and pixels, in that order', () => {
    const { count, height, width, pixels } = parseIdxImages(images, 'x');
    expect({ count, height, width }).toEqual({ count: 2, height: 2, width: 3 });
    expect([...pixels]).toEqual([0, 1, 2, 3, 4, 5, 250, 251, 252, 253, 254, 255]);
  });

  test('reads bytes that lie at an odd offset of a larger buffer', () => {
    const larger = Buffer.concat([Uint8Array.of(1, 2, 3), images]);
    expect(parseIdxImages(larger.subarray(3), 'x').count).toBe(2);
  });

  test.each([
    [
      'labels in the place of images',
      labels,
      'x is no IDX file of images: it begins with 0x00000801, not 0x00000803: put an intact copy in its place',
    ],
    [
      'another format',
      Buffer.from('PNG\r\n and more'),
      'x is no IDX file of images: it begins with 0x504e470d, not 0x00000803: put an intact copy in its place',
    ],
    [
      'an empty file',
      new Uint8Array(),
      'x is cut short: it has 0 bytes, its head alone 16: put an intact copy in its place',
    ],
    [
      'a file cut within its head',
      images.subarray(0, 15),
      'x is cut short: it has 15 bytes, its head alone 16: put an intact copy in its place',
    ],
    [
      'a file cut within its pixels',
      images.subarray(0, -1),
      'x is cut short: its head promises 2 x 2 x 3 bytes of images (12), 11 follow: put an intact copy in its place',
    ],
    [
      'a file with more than its head promises',
      Buffer.concat([images, Uint8Array.of(1)]),
      'x is too long: its head promises 2 x 2 x 3 bytes of images (12), 13 follow: put an intact copy in its place',
    ],
    [
      'a count that would need 4 billion images',
      idx(0x803, [0xffff_ffff, 28, 28], [1]),
      'x is cut short: its head promises 4294967295 x 28 x 28 bytes of images (3367254359280), 1 follow: put an intact copy in its place',
    ],
    [
      'no image at all',
      idx(0x803, [0, 28, 28], []),
      'x holds 0 images of 28x28 pixels: put a file with images in its place',
    ],
  ])('refuses %s in one line', (_, bytes, message) => {
    expect(() => parseIdxImages(bytes, 'x')).toThrow(message);
  });
});

describe('parseIdxLabels', () => {
  test('reads the labels', () => {
    expect([...parseIdxLabels(labels, 'x')]).toEqual([7, 0, 9]);
  });

  test.each([
    [
      'a label above 9',
      idx(0x801, [3], [7, 10, 9]),
      'x is damaged: label 1 is 10, not in 0..9: put an intact copy in its place',
    ],
    [
      'a file cut short',
      labels.subarray(0, -2),
      'x is cut short: its head promises 3 bytes of labels (3), 1 follow: put an intact copy in its place',
    ],
    ['no label at all', idx(0x801, [0], []), 'x holds no labels: put a file with labels in its place'],
  ])('refuses %s in one line', (_, bytes, message) => {
    expect(() => parseIdxLabels(bytes, 'x')).toThrow(message);
  });
});

/** A record whose red is 1, green 2 and blue 3, its first red pixel 200. */
const record = (label: number): Uint8Array => {
  const bytes = new Uint8Array(3073);
  bytes[0] = label;
  bytes.fill(1, 1, 1025).fill(2, 1025, 2049).fill(3, 2049);
  bytes[1] = 200;
  return bytes;
};

describe('parseCifar10', () => {
  const two = Buffer.concat([record(4), record(9)]);

  test('reads labels, and turns the three planes of colour into pixels', () => {
    const { images, labels } = parseCifar10(two, 'x');
    expect([...labels]).toEqual([4, 9]);
    expect(images.length).toBe(2 * 3072);
    expect([...images.subarray(0, 6)]).toEqual([200, 2, 3, 1, 2, 3]);
    expect([...images.subarray(3072, 3078)]).toEqual([200, 2, 3, 1, 2, 3]);
  });

  test.each([
    [
      'an empty file',
      new Uint8Array(),
      "x is cut short: 0 bytes are no whole number of CIFAR-10's records of 3073 bytes: put an intact copy in its place",
    ],
    [
      'a file cut within a record',
      two.subarray(0, -1),
      "x is cut short: 6145 bytes are no whole number of CIFAR-10's records of 3073 bytes: put an intact copy in its place",
    ],
    [
      'a label above 9',
      Buffer.concat([record(4), record(10)]),
      'x is damaged: label 1 is 10, not in 0..9: put an intact copy in its place',
    ],
  ])('refuses %s in one line', (_, bytes, message) => {
    expect(() => parseCifar10(bytes, 'x')).toThrow(message);
  });
});
