import type { Control } from '../control.js';

/** The radius that a control prescribes; null where the weights are free to move in and out. */
export function prescribedRadius(control: Control): number | null {
  return control.protocol === 'fixedSphere' ? control.radius : null;
}
