export { renderReport } from './renderReport.js';
export type { ReportContent } from './report.js';
