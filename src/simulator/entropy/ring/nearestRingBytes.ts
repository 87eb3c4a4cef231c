/** The bytes that a ring of nearest points takes beside the kernel's. */
export function nearestRingBytes(capacity: number, columns: number): number {
  return 4 * capacity ** 2 + (keepsDouble(capacity, columns) ? 8 * capacity * columns : 0);
}

/** Whether points are kept in double precision too: when that takes no more room than their squared distances. */
export function keepsDouble(capacity: number, columns: number): boolean {
  return 2 * columns <= capacity;
}
