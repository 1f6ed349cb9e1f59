export { createDatabase, dropDatabase, ensureDatabase } from './databases.js';
export { PostgresError } from './errors.js';
export { freePort } from './free-port.js';
export { isAlive, startMark, waitUntilGone } from './processes.js';
export { takeOver } from './takeover.js';
export { startPostgres } from './server.js';
export type { PostgresOptions, RunningPostgres } from './server.js';
