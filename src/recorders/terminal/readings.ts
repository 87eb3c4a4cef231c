import type { Point } from '../../control/index.js';

/**
 * What a display shows of a point, as text such as "T 2.10e-3"; empty where it was not measured. Where the noise was not
 * estimated, T and Z are shown as T_tot and Z_tot; where no learning rate is known, as in a study, the effective one.
 */
export interface Readings {
  readonly phase: string;
  readonly temperature: string;
  readonly volume: string;
  readonly compressibility: string;
  readonly loss: string;
  readonly learningRate: string;
}

/** Reads what is shown out of a point. */
export function readingsOf(point: Point, plusMinus: string): Readings {
  const { phase, temperature, temperatureError } = point;
  const withError = typeof temperature === 'number' && typeof temperatureError === 'number';
  return {
    phase: typeof phase === 'string' ? phase : '',
    temperature: withError
      ? `T ${measured(temperature, temperatureError, plusMinus)}`
      : shown(point, ['T', 'temperature'], ['T_tot', 'totalTemperature']),
    volume: shown(point, ['V', 'volume']),
    compressibility: shown(point, ['Z', 'compressibility'], ['Z_tot', 'totalCompressibility']),
    loss: shown(point, ['loss', 'loss']),
    learningRate: shown(point, ['lr', 'learningRate'], ['eta_eff', 'effectiveLearningRate']),
  };
}

/** The first of some symbols whose field is a number. */
function shown(point: Point, ...alternatives: readonly (readonly [symbol: string, field: string])[]): string {
  const found = alternatives.find(([, field]) => typeof point[field] === 'number');
  return found === undefined ? '' : `${found[0]} ${brief(point[found[1]] as number, 3)}`;
}

/** A value to the second digit of its error. */
function measured(value: number, error: number, plusMinus: string): string {
  const digits = Math.floor(Math.log10(Math.abs(value))) - Math.floor(Math.log10(error)) + 2;
  const sensible = Number.isFinite(digits) ? Math.min(6, Math.max(2, digits)) : 3;
  return `${brief(value, sensible)} ${plusMinus} ${brief(error, 2)}`;
}

function brief(value: number, digits: number): string {
  const size = Math.abs(value);
  return size !== 0 && (size < 0.01 || size >= 1e5)
    ? value.toExponential(digits - 1)
    : value.toPrecision(digits);
}
