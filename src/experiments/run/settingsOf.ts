import type { z } from 'zod';
import { ThermoError } from '../../error.js';
import type { RunConfig } from './runConfig.js';

/**
 * The settings of a run as the experiment's own schema reads them.
 *
 * @param config a run's configuration
 * @param schema what the settings of such a run look like
 * @throws ThermoError in one line, when they are not so
 */
export function settingsOf<Settings>(config: RunConfig, schema: z.ZodType<Settings>): Settings {
  const parsed = schema.safeParse(config.settings);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0]!;
  throw new ThermoError(
    `config.json of this ${config.name} run: settings.${issue.path.join('.')}: ${issue.message}: restore the file or begin another run`,
  );
}
