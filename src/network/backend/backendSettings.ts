import { ThermoError } from '../../error.js';
import type { BackendSettings } from './backend.js';

/** The settings of the environment: `TFJS_THERMO_ADAPTERS=any` takes software adapters too, as tests do. */
export function backendSettings(): BackendSettings {
  const adapters = process.env['TFJS_THERMO_ADAPTERS'] || 'real';
  if (adapters !== 'real' && adapters !== 'any') {
    throw new ThermoError(
      `TFJS_THERMO_ADAPTERS is ${adapters}: set it to real (GPUs only) or any (software adapters too)`,
    );
  }
  return { adapters };
}
