import { match } from 'ts-pattern';
import { ThermoError } from '../../../error.js';
import { type EntropyForm, entropyForms } from '../entropyForm.js';
import type { Coordinates } from './coordinates.js';
import { sphericalAngles } from './sphericalAngles.js';
import { unitVectors } from './unitVectors.js';

/**
 * The coordinates of a form, before what is standardised is.
 *
 * @throws ThermoError when there is no such form.
 */
export function coordinatesOf(form: EntropyForm, dimension: number): Coordinates {
  return match(form)
    .with('angles', 'standardisedAngles', () => sphericalAngles(dimension))
    .with('geodesic', () => unitVectors(dimension))
    .otherwise((other: unknown) => {
      throw new ThermoError(`form is ${String(other)}: pass one of ${entropyForms.join(', ')}`);
    });
}
