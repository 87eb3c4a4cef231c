import { match } from 'ts-pattern';
import { barostat } from './barostat.js';
import type { Regulator, RegulatorConfig } from './regulator.js';
import { restoredSetPoint } from './setPoint.js';
import { thermostat } from './thermostat.js';
import { volumeRegulator } from './volumeRegulator.js';

/** The regulator that a config describes. */
export function regulatorFrom(config: RegulatorConfig): Regulator {
  const { regulator, responseTime, of } = config;
  const options = { setPoint: restoredSetPoint(config.setPoint), responseTime };
  return match(regulator)
    .with('thermostat', () => thermostat({ ...options, ...(of === undefined ? {} : { of }) }))
    .with('barostat', () => barostat(options))
    .with('volumeRegulator', () => volumeRegulator(options))
    .exhaustive();
}
