/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** Which properties to list; every condition must hold. */
export type PropertyFilter = {
  /** The city, in any case. */
  city?: string | null | undefined;
  /** Properties of these companies, up to 100. */
  companyIds?: Array<string> | null | undefined;
  /** Properties that are on the map (true) or are not (false). */
  hasCoordinates?: boolean | null | undefined;
  /** Properties with live units (true) or without any (false). */
  hasUnits?: boolean | null | undefined;
  /** Retired ones (true), live ones (false) or both (null). */
  isRetired?: boolean | null | undefined;
  /** The postal code. */
  postalCode?: string | null | undefined;
  /** Words, in any case and without accents: each begins a word of code, name or address, or is the code of the company. "COMPANY-PROP" finds by the codes of company and property, the last of them by its beginning. */
  search?: string | null | undefined;
  /** Properties of these types. */
  types?: Array<PropertyType> | null | undefined;
};

/** The order of a list of Property. */
export type PropertySort = {
  /** Which way. */
  direction?: SortDirection;
  /** What to sort by. */
  field: PropertySortField;
};

/** What a list of Property is sorted by. */
export type PropertySortField =
  /** By city, as people sort names. */
  | 'CITY'
  /** By code. */
  | 'CODE'
  /** By code of the company, then by its own. */
  | 'COMPANY'
  /** By time of creation. */
  | 'CREATED_AT'
  /** By name, as people sort names. */
  | 'NAME'
  /** By the number of live units. */
  | 'UNIT_COUNT'
  /** By time of the last change. */
  | 'UPDATED_AT';

/** For whom or what a property is meant. */
export type PropertyType =
  /** Homes to live and make art in. */
  | 'ARTISTS'
  /** Space for business. */
  | 'COMMERCIAL'
  /** Affordable homes in a market development, required by ordinance (ARO). */
  | 'INCLUSIONARY'
  /** Homes shared by several generations. */
  | 'INTERGENERATIONAL'
  /** Homes and commercial space together. */
  | 'MIXED_USE'
  /** Several homes for anyone. */
  | 'MULTIFAMILY'
  /** None of the other types. */
  | 'OTHER'
  /** Parking alone. */
  | 'PARKING'
  /** Homes for people with disabilities. */
  | 'PEOPLE_WITH_DISABILITIES'
  /** Homes for older people. */
  | 'SENIOR'
  /** One home in its own house. */
  | 'SINGLE_FAMILY'
  /** Single rooms with shared facilities (SRO). */
  | 'SINGLE_ROOM_OCCUPANCY'
  /** Homes for students. */
  | 'STUDENT'
  /** Homes that come with support services. */
  | 'SUPPORTIVE_HOUSING'
  /** Homes for veterans. */
  | 'VETERANS';

/** Which way a list is sorted. */
export type SortDirection =
  /** Smallest, earliest, A first. */
  | 'ASC'
  /** Largest, latest, Z first. */
  | 'DESC';

export type PropertyListQueryVariables = Exact<{
  filter?: PropertyFilter | null | undefined;
  sort?: PropertySort | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type PropertyListQuery = { __typename: 'Query', properties: { __typename: 'PropertyConnection', totalCount: number, pageInfo: { __typename: 'PageInfo', endCursor: string | null, hasNextPage: boolean }, nodes: Array<{ __typename: 'Property', id: string, code: string, name: string, type: PropertyType, isRetired: boolean, unitCount: number, createdAt: string, address: { __typename: 'Address', line1: string, city: string, postalCode: string }, company: { __typename: 'Company', id: string, code: string, name: string } | null }> } | null };

export type HistoryPageFragment = { __typename: 'AuditEntryConnection', totalCount: number, pageInfo: { __typename: 'PageInfo', endCursor: string | null, hasNextPage: boolean }, nodes: Array<{ __typename: 'AuditEntry', id: string, at: string, action: string, aggregateType: string, persona: string, reason: string | null, before: Record<string, unknown> | null, after: Record<string, unknown> | null, actor: { __typename: 'User', id: string, name: string } | null }> };

export const HistoryPageFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"HistoryPage"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AuditEntryConnection"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"aggregateType"}},{"kind":"Field","name":{"kind":"Name","value":"persona"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"before"}},{"kind":"Field","name":{"kind":"Name","value":"after"}},{"kind":"Field","name":{"kind":"Name","value":"actor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]} as unknown as DocumentNode<HistoryPageFragment, unknown>;
export const PropertyListDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PropertyList"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"PropertyFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"sort"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"PropertySort"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"properties"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"sort"},"value":{"kind":"Variable","name":{"kind":"Name","value":"sort"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"isRetired"}},{"kind":"Field","name":{"kind":"Name","value":"unitCount"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"address"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"line1"}},{"kind":"Field","name":{"kind":"Name","value":"city"}},{"kind":"Field","name":{"kind":"Name","value":"postalCode"}}]}},{"kind":"Field","name":{"kind":"Name","value":"company"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]} as unknown as DocumentNode<PropertyListQuery, PropertyListQueryVariables>;
