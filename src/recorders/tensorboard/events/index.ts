export { encodeEventRecord } from './encodeEventRecord.js';
export { type Bucket, fileVersion, type SummaryValue, type TensorboardEvent } from './event.js';
export { readEvents } from './readEvents.js';
export { writeMessage } from './writeMessage.js';
