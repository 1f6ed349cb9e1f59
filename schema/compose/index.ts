export * from './composer.js';
export * from './contract.js';
export * from './event-schemas.js';
export * from './public-contract.js';
export type { HiddenElement } from './public-types.js';
