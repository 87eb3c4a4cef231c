import type { Measurement } from '../../control/index.js';

const logNames = [
  'T',
  'T_tot',
  'p',
  'V',
  'U',
  'Z',
  'Z_tot',
  'noiseShare',
  'stepCorrelation',
  'relaxationTimeLeft',
  'angle',
];

/** The logs before anything was measured. */
export const unknownLogs: Readonly<Record<string, number>> = Object.fromEntries(
  logNames.map((name) => [name, Number.NaN]),
);

/** The keys that appear in a training's `logs` and History; NaN where not measured, as logs hold numbers only. */
export function logsOf({
  observation,
  state,
  relaxationTimeLeft,
}: Measurement): Readonly<Record<string, number>> {
  return {
    T: state.temperature ?? Number.NaN,
    T_tot: state.totalTemperature ?? Number.NaN,
    p: state.pressure,
    V: state.volume,
    U: state.internalEnergy ?? Number.NaN,
    Z: state.compressibility ?? Number.NaN,
    Z_tot: state.totalCompressibility ?? Number.NaN,
    noiseShare: state.noiseShare ?? Number.NaN,
    stepCorrelation: observation.stepCorrelation ?? Number.NaN,
    relaxationTimeLeft: relaxationTimeLeft ?? Number.NaN,
    angle: observation.angle ?? Number.NaN,
  };
}
