import { ThermoError } from '../../error.js';
import { readJson } from './readJson.js';
import { type RunConfig, runConfigSchema } from './runConfig.js';
import { runFiles } from './runFiles.js';

/**
 * Reads the configuration of a run folder.
 *
 * @throws ThermoError when the folder holds no run or its configuration is damaged
 */
export function readConfig(folder: string): RunConfig {
  const config = readJson(runFiles(folder).config, runConfigSchema);
  if (config !== undefined) return config;
  throw new ThermoError(`${folder} holds no run (no config.json): name the folder of a run`);
}
