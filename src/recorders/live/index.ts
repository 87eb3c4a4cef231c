export { LiveRecorder, type LiveRecorderOptions } from './liveRecorder.js';
export type { HeldRun, LiveRun, LiveRuns } from './liveRuns.js';
export { liveServer, requirePort, type LiveServer, type LiveServerOptions } from './liveServer.js';
