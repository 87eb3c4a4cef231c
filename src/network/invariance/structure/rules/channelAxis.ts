import type { LayerUse } from '../layerRule.js';

/** The axis of a layer's input that its `dataFormat` calls channels. */
export function channelAxis({ config, inputShapes }: LayerUse): number {
  return config['dataFormat'] === 'channelsFirst' ? 1 : (inputShapes[0]?.length ?? 1) - 1;
}
