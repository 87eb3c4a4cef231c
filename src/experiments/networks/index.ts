export { digits } from './digits.js';
export { invariantDigits } from './invariantDigits.js';
export type { Network, NetworkOptions } from './network.js';
export { networkNamed, networks } from './networkNamed.js';
export { photographs } from './photographs.js';
