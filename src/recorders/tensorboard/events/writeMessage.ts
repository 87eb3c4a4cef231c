import { type BinaryWriter, WireType } from '@bufbuild/protobuf/wire';

/** Writes a message inside another one, as a field of its own; `write` writes what is in it. */
export function writeMessage(writer: BinaryWriter, field: number, write: () => void): void {
  writer.tag(field, WireType.LengthDelimited).fork();
  write();
  writer.join();
}
