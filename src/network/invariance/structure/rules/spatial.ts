import type { LayerRule } from '../layerRule.js';
import { moveTo, onAxis, settled } from '../scaling.js';
import { channelAxis } from './channelAxis.js';

/**
 * Pooling, upsampling and cropping: max(c x + b) = c max(x) + b and the mean likewise, so a constant of each channel
 * stays one. Average pooling with padding `same` counts only what lies inside.
 */
export const perChannel: LayerRule = (use, [value]) => onAxis(use.system, value, channelAxis(use), use.label);

/** Global pooling: only the channels are left. */
export const globalPooling: LayerRule = (use, inputs) => moveTo(perChannel(use, inputs), 1);

/** ZeroPadding2D: around a constant the zeros stand out. */
export const zeroPadding: LayerRule = (use, inputs) =>
  settled(use.system, perChannel(use, inputs), use.label);

/** Dropout, SpatialDropout1D, GaussianDropout: each entry times a number that no weight scales. */
export const multiplicativeNoise: LayerRule = (use, [value]) => settled(use.system, value, use.label);
