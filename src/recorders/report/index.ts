export * from './compare/index.js';
export * from './plan/index.js';
export { renderReport } from './renderReport.js';
export type { ReportContent } from './report.js';
export { renderStudyReport, type StudyReportContent } from './study/index.js';
