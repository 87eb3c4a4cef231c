import { match, P } from 'ts-pattern';
import { ThermoError } from '../../error.js';
import type { Process } from '../../physics/index.js';
import { along, type AlongOptions } from './along.js';
import { equilibrate, type EquilibrateOptions } from './equilibrate.js';
import { regulatorFrom, type RegulatorConfig } from '../regulators/index.js';
import { hold } from './hold.js';
import { measuredAdiabat } from './measuredAdiabat.js';
import { quench } from './quench.js';
import { regulate } from './regulate.js';
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
    .with(
      {
        stage: 'measuredAdiabat',
        volumeRatio: P.number,
        steps: P.number,
        adiabaticIndex: P.number,
        name: P.string,
      },
      measuredAdiabat,
    )
    .with({ stage: 'quench', rateFactor: P.number, name: P.string }, quench)
    .with({ stage: 'regulate', steps: P.number, name: P.string }, (c) =>
      regulate((c['regulators'] as RegulatorConfig[]).map(regulatorFrom), c),
    )
    .otherwise((c) => {
      throw new ThermoError(
        `stage '${c.stage}' is not known: known are hold, equilibrate, along, measuredAdiabat, quench, regulate`,
      );
    });
}
