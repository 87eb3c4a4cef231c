import { BinaryReader } from '@bufbuild/protobuf/wire';
import type { Bucket, SummaryValue, TensorboardEvent } from './event.js';
import { eventFields, metadataFields, tensorFields, valueFields } from './fields.js';

/** Reads an event back from its protobuf message; values of kinds that this package does not write are left out. */
export function decodeEvent(message: Uint8Array): TensorboardEvent {
  let wallTime = 0;
  let step = 0;
  let content: TensorboardEvent['content'] = { values: [] };
  readFields(message, {
    [eventFields.wallTime]: (reader) => (wallTime = reader.double()),
    [eventFields.step]: (reader) => (step = Number(reader.int64())),
    [eventFields.fileVersion]: (reader) => (content = { fileVersion: reader.string() }),
    [eventFields.summary]: (reader) => (content = { values: valuesOf(reader.bytes()) }),
  });
  return { wallTime, step, content };
}

function valuesOf(summary: Uint8Array): readonly SummaryValue[] {
  const values: (SummaryValue | null)[] = [];
  readFields(summary, { [eventFields.summaryValue]: (reader) => values.push(valueOf(reader.bytes())) });
  return values.filter((value) => value !== null);
}

function valueOf(message: Uint8Array): SummaryValue | null {
  let tag = '';
  let value: number | null = null;
  let buckets: readonly Bucket[] | null = null;
  let plugin = '';
  let content: Uint8Array = new Uint8Array();
  readFields(message, {
    [valueFields.tag]: (reader) => (tag = reader.string()),
    [valueFields.simpleValue]: (reader) => (value = reader.float()),
    [valueFields.tensor]: (reader) => (buckets = bucketsOf(reader.bytes())),
    [valueFields.metadata]: (reader) => ([plugin, content] = pluginOf(reader.bytes())),
  });
  if (value !== null) return { kind: 'scalar', tag, value };
  if (buckets !== null && plugin === 'histograms') return { kind: 'histogram', tag, buckets };
  if (content.length > 0) return { kind: 'plugin', tag, plugin, content };
  return null;
}

function pluginOf(metadata: Uint8Array): [name: string, content: Uint8Array] {
  let name = '';
  let content: Uint8Array = new Uint8Array();
  readFields(metadata, {
    [metadataFields.pluginData]: (reader) =>
      readFields(reader.bytes(), {
        [metadataFields.pluginName]: (reader) => (name = reader.string()),
        [metadataFields.content]: (reader) => (content = Uint8Array.from(reader.bytes())),
      }),
  });
  return [name, content];
}

function bucketsOf(tensor: Uint8Array): readonly Bucket[] | null {
  let buckets: Bucket[] | null = null;
  readFields(tensor, {
    [tensorFields.doubles]: (reader) => {
      buckets = [];
      const end = reader.uint32() + reader.pos;
      while (reader.pos < end) buckets.push([reader.double(), reader.double(), reader.double()]);
    },
  });
  return buckets;
}

/** Reads the known fields of a message and skips the others. */
function readFields(
  message: Uint8Array,
  known: Readonly<Record<number, (reader: BinaryReader) => unknown>>,
): void {
  const reader = new BinaryReader(message);
  while (reader.pos < reader.len) {
    const [field, type] = reader.tag();
    const read = known[field];
    if (read === undefined) reader.skip(type, field);
    else read(reader);
  }
}
