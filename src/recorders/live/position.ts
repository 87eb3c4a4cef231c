/** Up to which point of each generation a viewer has been served. */
export type Position = ReadonlyMap<string, number>;

/** A position as the id of an event, which a browser gives back when it connects again: `1a2b:120,3c4d:7`. */
export function textOfPosition(position: Position): string {
  return [...position].map(([generation, end]) => `${generation}:${end}`).join(',');
}

/** Reads an id back; what is none of ours begins from the first point. */
export function positionOf(text: string): Position {
  return new Map(
    [...text.matchAll(/([0-9a-f]{8}):(\d{1,15})(?:,|$)/g)].map(([, generation, end]) => [
      generation!,
      Number(end),
    ]),
  );
}
