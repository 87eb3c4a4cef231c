import { BinaryWriter, WireType } from '@bufbuild/protobuf/wire';
import { match } from 'ts-pattern';
import type { Bucket, SummaryValue, TensorboardEvent } from './event.js';
import { dataTypes, eventFields, metadataFields, tensorFields, valueFields } from './fields.js';
import { writeMessage } from './writeMessage.js';

/** An event as a protobuf message. */
export function encodeEvent({ wallTime, step, content }: TensorboardEvent): Uint8Array {
  const writer = new BinaryWriter();
  writer.tag(eventFields.wallTime, WireType.Bit64).double(wallTime);
  if (step > 0) writer.tag(eventFields.step, WireType.Varint).int64(step);
  if ('fileVersion' in content) {
    writer.tag(eventFields.fileVersion, WireType.LengthDelimited).string(content.fileVersion);
  } else {
    writeMessage(writer, eventFields.summary, () => {
      for (const value of content.values)
        writeMessage(writer, eventFields.summaryValue, () => writeValue(writer, value));
    });
  }
  return writer.finish();
}

function writeValue(writer: BinaryWriter, value: SummaryValue): void {
  writer.tag(valueFields.tag, WireType.LengthDelimited).string(value.tag);
  match(value)
    .with({ kind: 'scalar' }, ({ value }) => {
      writer.tag(valueFields.simpleValue, WireType.Bit32).float(Math.fround(value));
    })
    .with({ kind: 'histogram' }, ({ buckets }) => {
      writeMetadata(writer, 'histograms', new Uint8Array());
      writeMessage(writer, valueFields.tensor, () => writeBuckets(writer, buckets));
    })
    .with({ kind: 'plugin' }, ({ plugin, content }) => {
      writeMetadata(writer, plugin, content);
      // TensorBoard passes over a value that has metadata alone.
      writeMessage(writer, valueFields.tensor, () => writeTensorHead(writer, dataTypes.float, [0]));
    })
    .exhaustive();
}

function writeMetadata(writer: BinaryWriter, plugin: string, content: Uint8Array): void {
  writeMessage(writer, valueFields.metadata, () =>
    writeMessage(writer, metadataFields.pluginData, () => {
      writer.tag(metadataFields.pluginName, WireType.LengthDelimited).string(plugin);
      if (content.length > 0) writer.tag(metadataFields.content, WireType.LengthDelimited).bytes(content);
    }),
  );
}

function writeBuckets(writer: BinaryWriter, buckets: readonly Bucket[]): void {
  writeTensorHead(writer, dataTypes.double, [buckets.length, 3]);
  writeMessage(writer, tensorFields.doubles, () => {
    for (const number of buckets.flat()) writer.double(number);
  });
}

function writeTensorHead(writer: BinaryWriter, dataType: number, shape: readonly number[]): void {
  writer.tag(tensorFields.dataType, WireType.Varint).int32(dataType);
  writeMessage(writer, tensorFields.shape, () => {
    for (const size of shape) {
      writeMessage(writer, tensorFields.dimension, () => {
        if (size > 0) writer.tag(tensorFields.size, WireType.Varint).int64(size);
      });
    }
  });
}
