import type { Control, Controller } from '../../src/control/index.js';
import type { RadiusGas } from './radiusGas.js';

/** One step as it was driven. */
export interface DrivenStep {
  readonly control: Control;
  readonly phase: string;
  /** r^2 after the step. */
  readonly squaredRadius: number;
}

/** Leads a gas by a controller from step `from` to step `to`, reading it every `every` steps. */
export function drive(
  controller: Controller,
  gas: RadiusGas,
  { from = 0, to, every = 20 }: { readonly from?: number; readonly to: number; readonly every?: number },
): DrivenStep[] {
  return Array.from({ length: to - from }, (_, i) => {
    const { control, phase } = controller.next(from + i);
    gas.step(control);
    if ((from + i + 1) % every === 0) controller.observe(gas.read(control));
    return { control, phase, squaredRadius: gas.squaredRadius };
  });
}
