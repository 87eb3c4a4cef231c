/** The buffers of all typed arrays in plain data, each once. */
export function transferablesOf(data: unknown): ArrayBuffer[] {
  const found = new Set<ArrayBuffer>();
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if (ArrayBuffer.isView(value)) {
      if (value.buffer instanceof ArrayBuffer) found.add(value.buffer);
    } else for (const inner of Object.values(value)) visit(inner);
  };
  visit(data);
  return [...found];
}
