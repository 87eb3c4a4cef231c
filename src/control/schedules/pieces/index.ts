export { constant } from './constant.js';
export type { Interpolation } from './interpolation.js';
export { piecewiseConstant, type PiecewiseConstantOptions } from './piecewiseConstant.js';
export { piecewiseInterpolated, type PiecewiseInterpolatedOptions } from './piecewiseInterpolated.js';
export { warmUpStableDecay, type DecayForm, type WarmUpStableDecayOptions } from './warmUpStableDecay.js';
