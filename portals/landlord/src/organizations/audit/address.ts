import { parseAsString, parseAsStringLiteral } from 'nuqs/server';
import type { inferParserType } from 'nuqs/server';
import { PAGE_SIZE } from '@/shared/list/list-address';
import type { AuditLogQueryVariables } from '../gql/graphql';
import { dayEnd, dayStart } from './day-start';

/** The kinds of objects whose changes an organization's log holds. */
export const KINDS = [
  'Organization',
  'Company',
  'Member',
  'Grant',
  'Invitation',
  'ApiClient',
  'ApiKey',
  'Property',
  'Building',
  'Unit',
  'Lease',
  'RenewalOffer',
  'Block',
  'Import',
] as const;

/** What the audit log keeps in its address; `from` and `until` are days, both inclusive. */
export const auditAddress = {
  kind: parseAsStringLiteral(KINDS),
  person: parseAsString,
  object: parseAsString,
  from: parseAsString,
  until: parseAsString,
};

export type AuditAddress = inferParserType<typeof auditAddress>;

/** Days are those of the person's time zone. */
export function auditVariables(address: AuditAddress, timeZone: string): AuditLogQueryVariables {
  return {
    filter: {
      aggregateType: address.kind,
      actorId: address.person,
      aggregateId: address.object,
      from: (address.from && dayStart(address.from, timeZone)) || null,
      until: (address.until && dayEnd(address.until, timeZone)) || null,
    },
    first: PAGE_SIZE,
  };
}

/** How many filters are set. */
export function filterCount({ kind, person, object, from, until }: AuditAddress): number {
  return [kind, person, object, from, until].filter(Boolean).length;
}
