import { requireCount, requireKnownNames, ThermoError } from '../../error.js';
import type { Regulator } from '../regulators/regulator.js';
import type { Control } from '../control.js';
import type { Observation } from '../observation.js';
import type { Stage } from './stage.js';

/** How long regulators are in charge. */
export interface RegulateOptions {
  /** Steps; at least 1. */
  readonly steps: number;
  /** Default the regulators' names. */
  readonly name?: string;
}

/**
 * Starts from the control it finds and lets regulators turn its knobs at each reading, such as
 * `regulate([thermostat({ setPoint: 1e-4 }), volumeRegulator()], { steps: 5000 })`.
 *
 * @throws ThermoError when there is no regulator, or two turn the same knob.
 */
export function regulate(regulators: readonly Regulator[], options: RegulateOptions): Stage {
  if (!Array.isArray(regulators) || regulators.length === 0) {
    throw new ThermoError('regulate has no regulators: pass some such as [thermostat()]');
  }
  requireKnownNames('regulate', options, ['steps', 'name', 'stage', 'regulators']);
  const steps = requireCount('steps of regulate', options.steps);
  const names = regulators.map(({ name }) => name);
  const name = options.name ?? names.join(' and ');
  const clash = regulators.find(({ knob }, i) => regulators.findIndex((other) => other.knob === knob) < i);
  if (clash !== undefined) {
    const first = regulators.find(({ knob }) => knob === clash.knob)!;
    throw new ThermoError(
      `${first.name} and ${clash.name} both turn ${clash.knob === 'rate' ? 'the learning rate' : 'the weight decay or radius'}: pass one of them`,
    );
  }
  return {
    name,
    startsFromRadius: false,
    get config() {
      return { stage: 'regulate', regulators: regulators.map(({ config }) => config), steps, name };
    },
    begin: (start) => {
      const regulations = regulators.map((regulator) => regulator.begin(start));
      const control = (observations: readonly Observation[]): Control => {
        const newest = observations.at(-1);
        if (newest === undefined) return start.control;
        const elapsed = newest.step - start.step;
        return regulations.reduce(
          (control, regulation) => regulation(control, newest, elapsed),
          newest.control,
        );
      };
      return {
        control: (_, observations) => control(observations),
        ended: (elapsed) => elapsed >= steps,
        end: control,
        endRadius: null,
      };
    },
  };
}
