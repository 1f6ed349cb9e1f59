export * from './clock.js';
export * from './env.js';
export * from './errors.js';
export * from './event.js';
export * from './id.js';
export * from './identity.js';
export * from './local-date.js';
export * from './money.js';
