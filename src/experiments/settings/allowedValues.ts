import { z } from 'zod';

/** Says of each setting of a schema what it may be, in words: 'a number greater than 0'. */
export function allowedValues(schema: z.ZodObject): (name: string) => string {
  const properties = z.toJSONSchema(schema).properties as Readonly<
    Record<string, z.core.JSONSchema.JSONSchema>
  >;
  return (name) => inWords(properties[name]!);
}

function inWords(property: z.core.JSONSchema.JSONSchema): string {
  if (property.enum !== undefined) return `one of ${property.enum.join(', ')}`;
  if (property.type === 'string') return 'the name of a folder';
  const number = property.type === 'integer' ? 'a whole number' : 'a number';
  const { minimum, exclusiveMinimum, exclusiveMaximum } = property;
  // Whole numbers end where doubles can no longer tell them apart, which goes without saying.
  const maximum = property.maximum === Number.MAX_SAFE_INTEGER ? undefined : property.maximum;
  if (exclusiveMinimum !== undefined) {
    const below = exclusiveMaximum === undefined ? '' : ` and less than ${exclusiveMaximum}`;
    return `${number} greater than ${exclusiveMinimum}${below}`;
  }
  if (minimum === undefined) return number;
  if (exclusiveMaximum !== undefined)
    return `${number} from ${minimum} up to, but not including, ${exclusiveMaximum}`;
  return maximum === undefined
    ? `${number} of at least ${minimum}`
    : `${number} from ${minimum} to ${maximum}`;
}
