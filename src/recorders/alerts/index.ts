export type { Alert, AlertRule } from './alert.js';
export { alertWatch, type AlertWatchOptions } from './alertWatch.js';
