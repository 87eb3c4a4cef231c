import {
  meanFieldGas,
  type Controller,
  type GasConstants,
  type Observation,
} from '../../src/control/index.js';

/** Leads the gas of a plan by a controller and keeps every reading. */
export function driveGas(
  controller: Controller,
  constants: GasConstants,
  { steps, every = 20 }: { readonly steps: number; readonly every?: number },
): Observation[] {
  const gas = meanFieldGas(constants);
  const readings: Observation[] = [];
  for (let step = 0; step < steps; step += 1) {
    const { control } = controller.next(step);
    gas.step(control);
    if ((step + 1) % every !== 0) continue;
    const reading = gas.read(control);
    readings.push(reading);
    controller.observe(reading);
  }
  return readings;
}
