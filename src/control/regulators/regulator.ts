import type { Control } from '../control.js';
import type { Observation } from '../observation.js';
import type { NumberOrSchedule, ScheduleConfig } from '../schedules/index.js';
import type { StageStart } from '../stages/stage.js';

/**
 * Holds one quantity of the gas at its set point by turning one knob at each reading.
 *
 * A regulator keeps no state of its own: it goes on from the control that the newest reading was made under. What a bound
 * took off is therefore never made up for later (no wind-up), and a run resumes wherever it was cut.
 */
export interface Regulator {
  /** What it is called, such as `thermostat`. */
  readonly name: RegulatorConfig['regulator'];
  /** What it turns; two regulators of one stage may not turn the same. */
  readonly knob: 'rate' | 'room';
  /** What it is rebuilt from. */
  readonly config: RegulatorConfig;
  /**
   * Takes over at `start`.
   * @throws ThermoError where its set point is to be taken from a reading and there is none.
   */
  begin(start: StageStart): Regulation;
}

/** The control of the steps to come, given the one that was read, the reading, and the steps since the start. */
export type Regulation = (control: Control, observation: Observation, elapsed: number) => Control;

/** A set point: a number, a schedule over the steps since the start, or what the newest reading shows at the start. */
export type SetPoint = NumberOrSchedule | 'found';

/** What a regulator is rebuilt from; plain JSON. */
export interface RegulatorConfig {
  readonly regulator: 'thermostat' | 'barostat' | 'volumeRegulator';
  readonly setPoint: number | ScheduleConfig | 'found';
  readonly responseTime: number;
  readonly of?: 'temperature' | 'totalTemperature';
}
