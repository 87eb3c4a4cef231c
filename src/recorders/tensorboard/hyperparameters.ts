import { BinaryWriter, WireType } from '@bufbuild/protobuf/wire';
import { match, P } from 'ts-pattern';
import { ThermoError } from '../../error.js';
import { type SummaryValue, writeMessage } from './events/index.js';

/** The settings of a run by which TensorBoard's HParams tab compares runs: finite numbers, texts or booleans by name. */
export type Hyperparameters = Readonly<Record<string, number | string | boolean>>;

/** Fields of HParamsPluginData and of the messages inside it, by their numbers in the plugin's api.proto and plugin_data.proto. */
const dataFields = { experiment: 2, sessionStart: 3, sessionEnd: 4 } as const;
const experimentFields = { created: 3, hyperparameters: 4, metrics: 5 } as const;
const hyperparameterFields = { name: 1, type: 4 } as const;
const metricFields = { name: 1, tag: 2 } as const;
const sessionFields = { hyperparameters: 1, key: 1, value: 2, started: 5 } as const;
const sessionEndFields = { status: 1, ended: 2 } as const;
/** Fields of google.protobuf.Value. */
const valueFields = { number: 2, text: 3, boolean: 4 } as const;

/** Refuses a value of another kind, and a number that is not finite, on which the HParams tab would fail. */
export function requireHyperparameters(hyperparameters: Hyperparameters): void {
  for (const [name, value] of Object.entries(hyperparameters)) {
    if (typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value)) continue;
    throw new ThermoError(
      `hyperparameters.${name} is ${String(value)}: pass a finite number, a text or a boolean`,
    );
  }
}

/**
 * The columns of the HParams tab: settings, and metrics by the tags of their scalars. TensorBoard takes them from one of
 * the runs it shows.
 *
 * @param time seconds since 1970
 */
export function experimentValue(
  hyperparameters: Hyperparameters,
  metrics: readonly string[],
  time: number,
): SummaryValue {
  return pluginValue('_hparams_/experiment', dataFields.experiment, (writer) => {
    writer.tag(experimentFields.created, WireType.Bit64).double(time);
    for (const [name, value] of Object.entries(hyperparameters)) {
      writeMessage(writer, experimentFields.hyperparameters, () => {
        writer.tag(hyperparameterFields.name, WireType.LengthDelimited).string(name);
        writer.tag(hyperparameterFields.type, WireType.Varint).int32(dataTypeOf(value));
      });
    }
    for (const tag of metrics) {
      writeMessage(writer, experimentFields.metrics, () =>
        writeMessage(writer, metricFields.name, () =>
          writer.tag(metricFields.tag, WireType.LengthDelimited).string(tag),
        ),
      );
    }
  });
}

/**
 * The settings of this run.
 *
 * @param time when it began, in seconds since 1970
 */
export function sessionStartValue(hyperparameters: Hyperparameters, time: number): SummaryValue {
  return pluginValue('_hparams_/session_start_info', dataFields.sessionStart, (writer) => {
    for (const [name, value] of Object.entries(hyperparameters)) {
      writeMessage(writer, sessionFields.hyperparameters, () => {
        writer.tag(sessionFields.key, WireType.LengthDelimited).string(name);
        writeMessage(writer, sessionFields.value, () => writeValue(writer, value));
      });
    }
    writer.tag(sessionFields.started, WireType.Bit64).double(time);
  });
}

/**
 * How this run ended.
 *
 * @param time when it ended, in seconds since 1970
 */
export function sessionEndValue(state: 'finished' | 'failed', time: number): SummaryValue {
  return pluginValue('_hparams_/session_end_info', dataFields.sessionEnd, (writer) => {
    const status = match(state)
      .with('finished', () => 1)
      .with('failed', () => 2)
      .exhaustive();
    writer.tag(sessionEndFields.status, WireType.Varint).int32(status);
    writer.tag(sessionEndFields.ended, WireType.Bit64).double(time);
  });
}

function pluginValue(tag: string, field: number, write: (writer: BinaryWriter) => void): SummaryValue {
  const writer = new BinaryWriter();
  writeMessage(writer, field, () => write(writer));
  return { kind: 'plugin', tag, plugin: 'hparams', content: writer.finish() };
}

function dataTypeOf(value: Hyperparameters[string]): number {
  return match(value)
    .with(P.string, () => 1)
    .with(P.boolean, () => 2)
    .with(P.number, () => 3)
    .exhaustive();
}

function writeValue(writer: BinaryWriter, value: Hyperparameters[string]): void {
  match(value)
    .with(P.string, (text) => writer.tag(valueFields.text, WireType.LengthDelimited).string(text))
    .with(P.boolean, (boolean) => writer.tag(valueFields.boolean, WireType.Varint).bool(boolean))
    .with(P.number, (number) => writer.tag(valueFields.number, WireType.Bit64).double(number))
    .exhaustive();
}
