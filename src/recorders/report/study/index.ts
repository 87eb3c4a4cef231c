export { renderStudyReport } from './renderStudyReport.js';
export type { StudyReportContent } from './studyReport.js';
