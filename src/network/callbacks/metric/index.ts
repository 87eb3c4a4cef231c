export { metric, type Metric, type MetricOptions } from './metric.js';
