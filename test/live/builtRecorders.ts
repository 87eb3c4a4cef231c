import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as Recorders from '../../src/recorders/node.js';

const built = resolve(import.meta.dirname, '../../dist/recorders/node.js');

/** The recorders as they are built: a thread is started from a file of JavaScript. */
export const { LiveRecorder } = (await import(pathToFileURL(built).href)) as typeof Recorders;
