import { closeSync, fsyncSync, openSync } from 'node:fs';

/** Makes the names in a folder outlast a power cut. Windows has no such call and keeps them by itself. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
