export { learningRatePicture } from './learningRatePicture.js';
export { weightDecayPicture } from './weightDecayPicture.js';
