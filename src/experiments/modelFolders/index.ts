export { modelFolders, type ModelFolders } from './modelFolders.js';
