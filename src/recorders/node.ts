export * from './index.js';
export * from './alerts/index.js';
export { alertSinks, type AlertOptions } from './alerts/alertSinks.js';
export * from './live/index.js';
export type { PointTable, Rows } from './page/table/index.js';
export type { RunDescription } from './page/feed/message.js';
export * from './report/index.js';
export { type CsvOptions, csvRecorder } from './csvRecorder.js';
export { cutCsvAfter } from './cutCsvAfter.js';
export { cutJsonLinesAfter } from './cutJsonLinesAfter.js';
export { fileError } from './fileError.js';
export { makeFolder } from './makeFolder.js';
export { jsonLinesRecorder } from './jsonLinesRecorder.js';
export { requireWritable } from './requireWritable.js';
export { readPoints } from './readPoints.js';
export { type TerminalOptions, terminalRecorder } from './terminalRecorder.js';
export * from './tensorboard/index.js';
export type { Hyperparameters } from './tensorboard/hyperparameters.js';
export {
  type TensorboardOptions,
  type TensorboardRecorder,
  tensorboardRecorder,
} from './tensorboard/tensorboardRecorder.js';
