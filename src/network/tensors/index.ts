export { deviceSlot, type DeviceSlot } from './deviceSlot.js';
export {
  add,
  divide,
  inverseRoot,
  minimum,
  multiply,
  pack,
  signOf,
  squareRoot,
  subtract,
  sumOf,
} from './elementwise.js';
export { joinedVectors, type JoinedVectors } from './joinedVectors.js';
export { squaredNorm } from './squaredNorm.js';
