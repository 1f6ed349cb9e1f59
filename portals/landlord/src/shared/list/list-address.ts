import type { Sort } from '@propertea/ui';
import { createParser, parseAsArrayOf, parseAsString, parseAsStringLiteral } from 'nuqs/server';

export const LIVES = ['live', 'retired', 'all'] as const;
/** Which objects a list shows, as far as they may be retired. */
export type Life = (typeof LIVES)[number];

/** What every list keeps in its address: words, sort (`NAME` or `-NAME`), columns, retired or not. */
export function listAddress<Field extends string>(fields: readonly Field[], first: Sort<Field>) {
  return {
    q: parseAsString.withDefault(''),
    sort: createParser<Sort<Field>>({
      parse(text) {
        const field = fields.find((one) => one === text.replace(/^-/, ''));
        return field ? { field, direction: text.startsWith('-') ? 'DESC' : 'ASC' } : null;
      },
      serialize: ({ field, direction }) => `${direction === 'DESC' ? '-' : ''}${field}`,
      eq: (a, b) => a.field === b.field && a.direction === b.direction,
    }).withDefault(first),
    columns: parseAsArrayOf(parseAsString),
    show: parseAsStringLiteral(LIVES).withDefault('live'),
  };
}

/** The `isRetired` of a filter: null asks for both. */
export function isRetired(show: Life): boolean | null {
  return show === 'all' ? null : show === 'retired';
}

/** Words as a filter takes them: absent without any. */
export function wordsOf(q: string): string | undefined {
  return q.trim() || undefined;
}

/** How many rows a list loads at a time. */
export const PAGE_SIZE = 25;
