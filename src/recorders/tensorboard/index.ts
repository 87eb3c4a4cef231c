export {
  type Bucket,
  encodeEventRecord,
  readEvents,
  type SummaryValue,
  type TensorboardEvent,
} from './events/index.js';
export { tensorboardSummary } from './tensorboardSummary.js';
