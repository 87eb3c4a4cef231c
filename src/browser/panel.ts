/**
 * The panel of the live page, to stand in any page. The build makes one module of it, dist/browser/tfjs-thermo-panel.js.
 *
 * @packageDocumentation
 */
export * from '../recorders/page/index.js';
