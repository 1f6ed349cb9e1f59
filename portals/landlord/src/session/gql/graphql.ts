/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** A view as another member to end. */
export type EndViewAsInput = {
  /** Which one; only who began it ends it. */
  viewAsId: string;
};

/** How far a grant goes. */
export type ReachKind =
  /** One company and its properties. */
  | 'COMPANY'
  /** Everything of the organization. */
  | 'ORGANIZATION'
  /** One property. */
  | 'PROPERTY';

/** What a member may do within the reach of a grant. */
export type Role =
  /** Keeps the books. */
  | 'ACCOUNTANT'
  /** Lets units. */
  | 'LEASING_AGENT'
  /** Coordinates repairs. */
  | 'MAINTENANCE_COORDINATOR'
  /** Everything, members and companies included. */
  | 'ORGANIZATION_ADMIN'
  /** Manages properties, buildings and units. */
  | 'PROPERTY_MANAGER'
  /** Reads. */
  | 'VIEWER';

/** Why a command was not carried out. */
export type UserErrorCode =
  /** The member already has this role with this reach. */
  | 'ALREADY_GRANTED'
  /** This person is already a member of the organization. */
  | 'ALREADY_MEMBER'
  /** An API client would have more rights than who created it. */
  | 'BEYOND_CREATOR'
  /** A house stands alone, outside of any building. */
  | 'BUILDING_FORBIDDEN'
  /** An apartment lies in a building. */
  | 'BUILDING_REQUIRED'
  /** Another object already has this code. */
  | 'CODE_TAKEN'
  /** The object was changed since it was loaded, or its state does not allow this. */
  | 'CONFLICT'
  /** Who created the API client is no longer a member of the organization. */
  | 'CREATOR_LEFT'
  /** The amount is in another currency than the company keeps its books in. */
  | 'CURRENCY_MISMATCH'
  /** Another account has this e-mail address. */
  | 'EMAIL_TAKEN'
  /** Units are still reached by this entrance; the message says how many. */
  | 'ENTRANCE_IN_USE'
  /** The building has no entrance of this code. */
  | 'ENTRANCE_UNKNOWN'
  /** The law of the place knows no lease with a fixed end. */
  | 'FIXED_TERM_FORBIDDEN'
  /** Something that still lives depends on it; the message says what and how many. */
  | 'HAS_CHILDREN'
  /** A house is the only unit of its property. */
  | 'HOUSE_STANDS_ALONE'
  /** A value is missing, too long, or not of its form; the path says which. */
  | 'INVALID_INPUT'
  /** The invitation is no longer valid: it expired, was used or was revoked. */
  | 'INVITATION_EXPIRED'
  /** The invitation was made for another e-mail address. */
  | 'INVITATION_FOR_ANOTHER'
  /** The organization would be left without an administrator. */
  | 'LAST_ADMINISTRATOR'
  /** The state of the lease does not allow it; the message says which it is. */
  | 'LEASE_STATE'
  /** The law asks for a later end; the message says which. */
  | 'NOTICE_TOO_EARLY'
  /** Nothing of that id exists, or it may not be seen. */
  | 'NOT_FOUND'
  /** What it belongs to is retired; restore that first. */
  | 'PARENT_RETIRED'
  /** A lease needs at least one tenant. */
  | 'PARTY_REQUIRED'
  /** The data of this person has been erased. */
  | 'PERSON_ERASED'
  /** A reason has to be given. */
  | 'REASON_REQUIRED'
  /** It is billed already for that time; what is billed never changes. */
  | 'RENT_BILLED'
  /** A lease needs a rent. */
  | 'RENT_REQUIRED'
  /** The days do not fit each other or the lease. */
  | 'TERM_INVALID'
  /** The lease holds as many of these as it can. */
  | 'TOO_MANY'
  /** As many keys of the API client are good at present as there may be. */
  | 'TOO_MANY_KEYS'
  /** The unit is kept from being let then; the message says when. */
  | 'UNIT_BLOCKED'
  /** Another lease or reservation holds the unit then; the message says when. */
  | 'UNIT_OCCUPIED'
  /** The unit is no longer there. */
  | 'UNIT_RETIRED';

export type SessionQueryVariables = Exact<{
  isViewingAs?: boolean | null | undefined;
}>;


export type SessionQuery = { __typename: 'Query', viewer: { __typename: 'User', id: string, name: string, email: string, locale: string, timeZone: string, version: number, memberships: { __typename: 'MemberConnection', nodes: Array<{ __typename: 'Member', id: string, organization: { __typename: 'Organization', id: string, name: string } | null, grants: Array<{ __typename: 'Grant', id: string, role: Role, reachKind: ReachKind, company: { __typename: 'Company', id: string, name: string } | null, property: { __typename: 'Property', id: string, name: string } | null }> }> } | null } | null, currentViewAs?: { __typename: 'ViewAs', id: string, expiresAt: string, member: { __typename: 'Member', id: string, user: { __typename: 'User', id: string, name: string } | null } | null, grants: Array<{ __typename: 'ViewAsGrant', role: Role, reachKind: ReachKind, company: { __typename: 'Company', id: string, name: string } | null, property: { __typename: 'Property', id: string, name: string } | null }> } | null };

export type EndViewAsMutationVariables = Exact<{
  input: EndViewAsInput;
}>;


export type EndViewAsMutation = { __typename: 'Mutation', endViewAs: { __typename: 'EndViewAsPayload', viewAs: { __typename: 'ViewAs', id: string, endedAt: string | null } | null, errors: Array<{ __typename: 'UserError', code: UserErrorCode, message: string, path: Array<string> }> } | null };

export type HistoryPageFragment = { __typename: 'AuditEntryConnection', totalCount: number, pageInfo: { __typename: 'PageInfo', endCursor: string | null, hasNextPage: boolean }, nodes: Array<{ __typename: 'AuditEntry', id: string, at: string, action: string, aggregateType: string, persona: string, reason: string | null, before: Record<string, unknown> | null, after: Record<string, unknown> | null, actor: { __typename: 'User', id: string, name: string } | null }> };

export type OccupancyNumbersFragment = { __typename: 'Occupancy', rentable: number, occupied: number, reserved: number, blocked: number, vacant: number, rate: number | null, contractRent: Array<{ __typename: 'Money', amountMinor: number, currency: string }>, scheduledRent: Array<{ __typename: 'Money', amountMinor: number, currency: string }>, lostRent: Array<{ __typename: 'Money', amountMinor: number, currency: string }> };

export type PropertyChoiceFragment = { __typename: 'Property', id: string, code: string, name: string, isRetired: boolean, unitCount: number, address: { __typename: 'Address', line1: string, line2: string | null, postalCode: string, city: string, region: string | null, country: string }, company: { __typename: 'Company', id: string, code: string, name: string } | null };

export const HistoryPageFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"HistoryPage"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AuditEntryConnection"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"aggregateType"}},{"kind":"Field","name":{"kind":"Name","value":"persona"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"before"}},{"kind":"Field","name":{"kind":"Name","value":"after"}},{"kind":"Field","name":{"kind":"Name","value":"actor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]} as unknown as DocumentNode<HistoryPageFragment, unknown>;
export const OccupancyNumbersFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OccupancyNumbers"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Occupancy"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"rentable"}},{"kind":"Field","name":{"kind":"Name","value":"occupied"}},{"kind":"Field","name":{"kind":"Name","value":"reserved"}},{"kind":"Field","name":{"kind":"Name","value":"blocked"}},{"kind":"Field","name":{"kind":"Name","value":"vacant"}},{"kind":"Field","name":{"kind":"Name","value":"rate"}},{"kind":"Field","name":{"kind":"Name","value":"contractRent"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"amountMinor"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"scheduledRent"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"amountMinor"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lostRent"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"amountMinor"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]}}]} as unknown as DocumentNode<OccupancyNumbersFragment, unknown>;
export const PropertyChoiceFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PropertyChoice"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Property"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"isRetired"}},{"kind":"Field","name":{"kind":"Name","value":"unitCount"}},{"kind":"Field","name":{"kind":"Name","value":"address"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"line1"}},{"kind":"Field","name":{"kind":"Name","value":"line2"}},{"kind":"Field","name":{"kind":"Name","value":"postalCode"}},{"kind":"Field","name":{"kind":"Name","value":"city"}},{"kind":"Field","name":{"kind":"Name","value":"region"}},{"kind":"Field","name":{"kind":"Name","value":"country"}}]}},{"kind":"Field","name":{"kind":"Name","value":"company"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<PropertyChoiceFragment, unknown>;
export const SessionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Session"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"isViewingAs"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}},"defaultValue":{"kind":"BooleanValue","value":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"locale"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"memberships"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"organization"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"grants"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"reachKind"}},{"kind":"Field","name":{"kind":"Name","value":"company"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"property"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"currentViewAs"},"directives":[{"kind":"Directive","name":{"kind":"Name","value":"include"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"if"},"value":{"kind":"Variable","name":{"kind":"Name","value":"isViewingAs"}}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"member"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"grants"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"reachKind"}},{"kind":"Field","name":{"kind":"Name","value":"company"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"property"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]} as unknown as DocumentNode<SessionQuery, SessionQueryVariables>;
export const EndViewAsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"EndViewAs"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"EndViewAsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"endViewAs"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"viewAs"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"endedAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<EndViewAsMutation, EndViewAsMutationVariables>;
