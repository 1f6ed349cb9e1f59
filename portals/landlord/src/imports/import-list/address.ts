import { createParser, parseAsStringLiteral } from 'nuqs/server';
import type { inferParserType } from 'nuqs/server';
import { PAGE_SIZE } from '@/shared/list/list-address';
import type { ImportListQueryVariables, ImportState } from '../gql/graphql';

/** Every state, in the order in which an import goes through them. */
export const IMPORT_STATES = Object.keys({
  UPLOADED: true,
  VALIDATING: true,
  IMPORTING: true,
  COMPLETED: true,
  FAILED: true,
  DISCARDED: true,
} satisfies Record<ImportState, true>) as ImportState[];

/** What the list of imports keeps in its address. */
export const importListAddress = {
  state: parseAsStringLiteral(IMPORT_STATES),
  sort: createParser({
    parse: (text) => (text === 'oldest' ? ('ASC' as const) : ('DESC' as const)),
    serialize: (direction: 'ASC' | 'DESC') => (direction === 'ASC' ? 'oldest' : 'newest'),
  }).withDefault('DESC'),
};

export function importListVariables(
  address: inferParserType<typeof importListAddress>,
): ImportListQueryVariables {
  return {
    filter: address.state ? { state: address.state } : {},
    sort: { field: 'CREATED_AT', direction: address.sort },
    first: PAGE_SIZE,
  };
}
