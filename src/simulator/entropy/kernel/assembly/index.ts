export { multiply } from './multiply';
export { searchPlane } from './searchPlane';
