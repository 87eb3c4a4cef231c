export type { Chains, ChainsState, ChainSums } from './chains/chains.js';
export type { Conditions } from './chains/conditions.js';
export type { DiagonalNoise, IsotropicNoise, Noise, OwnNoise } from './noises/noise.js';
export type { Energy, LinearEnergy, OwnEnergy, QuadraticEnergy } from './energies/energy.js';
export type { Ensemble } from './ensemble/ensemble.js';
