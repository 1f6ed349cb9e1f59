export { assertVersion, notFound } from './found.js';
export { Aggregate, OrganizationAggregate } from './aggregate.js';
export { AuditEntry } from './audit-entry.entity.js';
export { checkCatalog } from './catalog.js';
export {
  DEFAULT_PAGE_SIZE,
  type Keyset,
  keysetOf,
  keysetPage,
  MAX_PAGE_SIZE,
  type Page,
  type PageRequest,
  positionOf,
  type Sort,
  writeCursor,
} from './keyset.js';
export { type MigratableRoom, migrateRoom, pendingMigrations } from './migrate.js';
export { asAdmin, provisionPlatform, provisionRoom } from './provision.js';
export { sessionFor, snapshotSession, workerSession } from './session.js';
export { type OpenTransaction, Store, type StoreOptions } from './store.js';
export { STALE, translateViolation, type Violation, type Violations } from './violations.js';
export {
  type Command,
  type CommandScope,
  commandInputs,
  type CommandServices,
  defineCommand,
  executeCommand,
  parseInput,
} from './command.js';
export { insertNewRows, insertRows, updateRows } from './insert-rows.js';
export { type Actor, Journal } from './journal.js';
export { awaitArrival } from './arrival.js';
export { readRows } from './read-rows.js';
