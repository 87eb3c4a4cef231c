export { readStudy } from './readStudy.js';
export { recordStudy, type RecordedStudy, type RecordStudyOptions } from './recordStudy.js';
export { studyColumns } from './studyColumns.js';
export { studyEngine } from './studyEngine.js';
export { studyFiles } from './studyFiles.js';
