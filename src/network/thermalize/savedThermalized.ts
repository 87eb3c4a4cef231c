import type { SavedController, ScheduleConfig } from '../../control/index.js';
import type { SavedBinding } from '../optimizer/binding.js';
import type { SavedConfig } from '../optimizer/savedState.js';
import type { SavedOrder, SavedSelection } from '../variables/index.js';
import type { ClippingOptions } from './clipping.js';
import type { SavedOwn } from './ownConfig.js';

/** What is saved beside the tensors: plain JSON, with variables by their position. */
export interface SavedThermalized
  extends Pick<SavedConfig, 'groups' | 'invariant' | 'radii' | 'others' | 'accumulation'>, SavedBinding {
  readonly optimizer: SavedOwn;
  readonly controller: SavedController;
  /** The option, where it was given. */
  readonly momentum?: number | ScheduleConfig;
  readonly clip: ClippingOptions;
  readonly decay: SavedSelection;
  readonly order: SavedOrder | null;
}
