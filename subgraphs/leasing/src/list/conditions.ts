import { raw, type FilterQuery } from '@mikro-orm/core';
import { decodeId, Fault, type IdType } from '@propertea/kernel';

const MAX_VALUES = 100;

/** A condition in SQL on the rows of `alias`. */
export function sqlCondition<T>(
  sql: (alias: string) => string,
  parameters: unknown[] = [],
): FilterQuery<T> {
  return { [raw(sql, parameters)]: [] } as FilterQuery<T>;
}

/** A condition that no row meets. */
export function nothing<T>(): FilterQuery<T> {
  return sqlCondition(() => 'false');
}

/** Whether a list shows live ones (the default), retired ones or, where asked for null, both. */
export function retirement<T>(isRetired: boolean | null | undefined): FilterQuery<T>[] {
  if (isRetired === null) return [];
  return [{ retiredAt: isRetired ? { $ne: null } : null } as FilterQuery<T>];
}

/** `field` is one of these ids, if there are any; a malformed id is one that does not exist. */
export function oneOfIds<T>(
  field: string,
  type: IdType,
  ids: readonly string[] | null | undefined,
): FilterQuery<T>[] {
  if (!ids) return [];
  limit(field, ids);
  const known = ids.map((id) => decodeId(type, id)).filter((id) => id !== undefined);
  return [known.length > 0 ? ({ [field]: { $in: known } } as FilterQuery<T>) : nothing<T>()];
}

export function oneOf<T>(
  field: string,
  values: readonly string[] | null | undefined,
): FilterQuery<T>[] {
  if (!values) return [];
  limit(field, values);
  return [values.length > 0 ? ({ [field]: { $in: values } } as FilterQuery<T>) : nothing<T>()];
}

/** Whether `field` holds something; both where nothing is said of it. */
export function presence<T>(field: string, isThere: boolean | null | undefined): FilterQuery<T>[] {
  if (typeof isThere !== 'boolean') return [];
  return [{ [field]: isThere ? { $ne: null } : null } as FilterQuery<T>];
}

const MAX_CHARACTERS = 200;

/** A text that a filter compares with, trimmed; BAD_USER_INPUT where no row could hold it. */
export function comparable(field: string, text: string): string {
  if (text.length <= MAX_CHARACTERS && !text.includes('\0')) return text.trim();
  throw new Fault(
    'BAD_USER_INPUT',
    `A filter takes up to ${MAX_CHARACTERS} characters for ${field}.`,
  );
}

function limit(field: string, values: readonly string[]): void {
  if (values.length <= MAX_VALUES) return;
  throw new Fault('BAD_USER_INPUT', `A filter takes at most ${MAX_VALUES} values for ${field}.`);
}
