export type { Availability, BackendName, BackendSettings, CandidateName, Examined } from './backend.js';
export { backendSettings } from './backendSettings.js';
export { examineCandidates } from './examineCandidates.js';
export { examineMachine, type Machine } from './machine/examineMachine.js';
export type { NvidiaDriver } from './native/nvidiaDriver.js';
export type { AddonOrigin } from './native/prepareNative.js';
export { prepareBackend } from './prepareBackend.js';
export { selectBackend, type BackendChoice, type BackendRequest } from './selectBackend.js';
export type { Tell } from './command/tell.js';
