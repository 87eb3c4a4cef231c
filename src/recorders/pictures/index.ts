export { accuracyPicture } from './accuracyPicture.js';
export { compressibilityPicture } from './compressibilityPicture.js';
export { gasLawPicture } from './gasLawPicture.js';
export { lossPicture } from './lossPicture.js';
export type { Picture } from './picture.js';
export { pressurePicture } from './pressurePicture.js';
export { temperaturePicture } from './temperaturePicture.js';
export { volumePicture } from './volumePicture.js';
