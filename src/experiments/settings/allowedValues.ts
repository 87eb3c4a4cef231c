import { z } from 'zod';
import { trainSettingsSchema, type TrainSettings } from './trainSettingsSchema.js';

const { properties } = z.toJSONSchema(trainSettingsSchema);

/** What a setting of a training run may be, in words: 'a number greater than 0'. */
export function allowedValues(name: keyof TrainSettings): string {
  const property = properties![name] as z.core.JSONSchema.JSONSchema;
  if (property.enum !== undefined) return `one of ${property.enum.join(', ')}`;
  if (property.type === 'string') return 'the name of a folder';
  const number = property.type === 'integer' ? 'a whole number' : 'a number';
  const { minimum, exclusiveMinimum, maximum, exclusiveMaximum } = property;
  if (exclusiveMinimum !== undefined) return `${number} greater than ${exclusiveMinimum}`;
  if (exclusiveMaximum !== undefined)
    return `${number} from ${minimum} up to, but not including, ${exclusiveMaximum}`;
  // Whole numbers end where doubles can no longer tell them apart, which goes without saying.
  return maximum === undefined || maximum === Number.MAX_SAFE_INTEGER
    ? `${number} of at least ${minimum}`
    : `${number} from ${minimum} to ${maximum}`;
}
