import type { Protocol } from '../../control/index.js';

/** The three protocols in the order in which a study takes them, which also decides the streams of their chains. */
export const studyProtocols: readonly Protocol[] = [
  'fixedEffectiveLearningRate',
  'fixedLearningRate',
  'fixedSphere',
];
