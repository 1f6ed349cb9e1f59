import { DeadlockException, OptimisticLockError } from '@mikro-orm/core';
import { DomainError, type ErrorPath } from '@propertea/kernel';

/** What a violated constraint means to the person who caused it. */
export interface Violation {
  code: string;
  message: string;
  path?: ErrorPath;
}

export type Violations = Readonly<Record<string, Violation>>;

export const STALE = 'This was changed in the meantime. Load it again and repeat your change.';

/**
 * Turns what the database refused into a domain error: a stale version into CONFLICT, a known
 * constraint into the room's own words. Anything else is returned as it came.
 */
export function translateViolation(error: unknown, violations: Violations): unknown {
  if (error instanceof OptimisticLockError) {
    return new DomainError('CONFLICT', STALE, { path: ['input', 'version'], cause: error });
  }
  if (error instanceof DeadlockException) {
    return new DomainError('CONFLICT', STALE, { path: ['input'], cause: error });
  }
  const constraint = constraintOf(error);
  const violation = constraint === undefined ? undefined : violations[constraint];
  if (!violation) return error;
  return new DomainError(violation.code, violation.message, {
    path: violation.path ?? ['input'],
    cause: error,
  });
}

function constraintOf(error: unknown): string | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ('constraint' in cause && typeof cause.constraint === 'string') return cause.constraint;
  }
  return undefined;
}
