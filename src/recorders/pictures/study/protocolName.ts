import { match } from 'ts-pattern';
import type { Protocol } from '../../../control/index.js';

/** A protocol in words. */
export function protocolName(protocol: Protocol): string {
  return match(protocol)
    .with('fixedEffectiveLearningRate', () => 'fixed effective rate')
    .with('fixedLearningRate', () => 'fixed rate')
    .with('fixedSphere', () => 'fixed sphere')
    .exhaustive();
}
