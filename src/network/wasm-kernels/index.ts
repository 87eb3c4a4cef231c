export { registerWasmGradients } from './registerWasmGradients.js';
