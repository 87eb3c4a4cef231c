export { followRun } from './followRun.js';
export { runFoldersIn } from './runFoldersIn.js';
export { watchFolders, type WatchOptions } from './watchFolders.js';
