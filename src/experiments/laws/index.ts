export type { LawCheck, LawCheckOptions } from './lawCheck.js';
export { lawChecks } from './lawChecks.js';
export type { LawResult } from './lawResult.js';
