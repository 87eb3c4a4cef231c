import { match, P } from 'ts-pattern';
import { ThermoError } from '../../error.js';
import type { Process } from '../../physics/index.js';
import { along, type AlongOptions } from './along.js';
import { equilibrate, type EquilibrateOptions } from './equilibrate.js';
import { hold } from './hold.js';
import type { Stage, StageConfig } from './stage.js';

/**
 * The stage that a config describes.
 * @throws ThermoError for an unknown name.
 */
export function stageFrom(config: StageConfig): Stage {
  return match<StageConfig>(config)
    .with({ stage: 'hold', steps: P.number, name: P.string }, hold)
    .with({ stage: 'equilibrate' }, (c) => equilibrate(c as EquilibrateOptions))
    .with({ stage: 'along' }, (c) => along(c['process'] as Process, c as unknown as AlongOptions))
    .otherwise((c) => {
      throw new ThermoError(`stage '${c.stage}' is not known: known are hold, equilibrate, along`);
    });
}
