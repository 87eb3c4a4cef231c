export { planeView } from './planeView.js';
