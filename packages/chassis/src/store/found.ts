import { DomainError, notFoundMessage } from '@propertea/kernel';
import { STALE } from './violations.js';

/** The same answer for what does not exist and for what may not be seen (R46). */
export function notFound(type: string, field: string): DomainError {
  return new DomainError('NOT_FOUND', notFoundMessage(type), { path: ['input', field] });
}

/** Throws CONFLICT where the caller loaded another version than the stored one. */
export function assertVersion(aggregate: { version: number }, loaded: number): void {
  if (aggregate.version === loaded) return;
  throw new DomainError('CONFLICT', STALE, { path: ['input', 'version'] });
}
