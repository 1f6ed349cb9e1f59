import { REACHES } from '../reach/roles';
import type { ApiClientFieldsFragment, ApiScope, ReachKind, Role } from '../gql/graphql';

/** Every scope, each part of the graph after the other; the compiler says when one is missing. */
export const SCOPES = Object.keys({
  ORGANIZATIONS_READ: true,
  ORGANIZATIONS_WRITE: true,
  PROPERTIES_READ: true,
  PROPERTIES_WRITE: true,
  LEASING_READ: true,
  LEASING_WRITE: true,
  IDENTITY_READ: true,
} satisfies Record<ApiScope, true>) as ApiScope[];

export interface GrantValues {
  role: Role;
  reach: ReachKind;
  companyId: string;
  propertyId: string;
  /** What the chosen company or property is called, where it is known from the start. */
  place: string;
}

export interface ApiClientValues extends Record<string, unknown> {
  name: string;
  scopes: ApiScope[];
  grants: GrantValues[];
  /** The last day on which it is good, by the calendar of the browser; empty for no end. */
  expiresOn: string;
}

export const NEW_GRANT: GrantValues = {
  role: 'VIEWER',
  reach: REACHES[0] ?? 'ORGANIZATION',
  companyId: '',
  propertyId: '',
  place: '',
};

export const NEW_CLIENT: ApiClientValues = {
  name: '',
  scopes: [],
  grants: [NEW_GRANT],
  expiresOn: '',
};

/** What the form begins with for a client that is there. */
export function valuesOf(client: ApiClientFieldsFragment): ApiClientValues {
  return {
    name: client.name,
    scopes: client.scopes,
    grants: client.grants.map(({ role, reachKind, company, property }) => ({
      role,
      reach: reachKind,
      companyId: reachKind === 'COMPANY' ? (company?.id ?? '') : '',
      propertyId: reachKind === 'PROPERTY' ? (property?.id ?? '') : '',
      place: (reachKind === 'PROPERTY' ? property?.name : company?.name) ?? '',
    })),
    expiresOn: client.expiresAt ? dayOf(new Date(client.expiresAt)) : '',
  };
}

/** What of the values goes into a command. An end that was not touched stays to the second. */
export function inputOf(values: ApiClientValues, before?: ApiClientFieldsFragment) {
  const { name, scopes, grants, expiresOn } = values;
  const isSameDay = before?.expiresAt && dayOf(new Date(before.expiresAt)) === expiresOn;
  return {
    name: name.trim(),
    scopes,
    grants: grants.map(({ role, reach, companyId, propertyId }) => ({
      role,
      companyId: reach === 'COMPANY' ? companyId : null,
      propertyId: reach === 'PROPERTY' ? propertyId : null,
    })),
    expiresAt: isSameDay ? before.expiresAt : endOf(expiresOn),
  };
}

/** The moment at which a day is over; null without a day. */
function endOf(day: string): string | null {
  return day ? new Date(`${day}T23:59:59`).toISOString() : null;
}

function dayOf(moment: Date): string {
  const parts = [moment.getFullYear(), moment.getMonth() + 1, moment.getDate()];
  return parts.map((part) => String(part).padStart(2, '0')).join('-');
}
