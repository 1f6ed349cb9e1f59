/* eslint-disable */
import * as types from './graphql';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "query Dashboard($withImports: Boolean!) {\n  portfolio {\n    propertyCount\n    buildingCount\n    unitCount\n    retiredPropertyCount\n    retiredBuildingCount\n    retiredUnitCount\n    propertyCountsByType {\n      type\n      count\n    }\n    unitCountsByCategory {\n      category\n      count\n    }\n    attention {\n      kind\n      count\n    }\n  }\n  companies(first: 1) {\n    totalCount\n  }\n  imports(first: 5, sort: {field: CREATED_AT, direction: DESC}) @include(if: $withImports) {\n    totalCount\n    nodes {\n      id\n      fileName\n      state\n      createdAt\n      rowsAccepted\n      rowsRejected\n    }\n  }\n}\n\nquery DashboardOccupancy {\n  occupancy {\n    ...OccupancyNumbers\n  }\n}\n\nsubscription DashboardLeaseChanges {\n  leaseChanged {\n    type\n  }\n}": typeof types.DashboardDocument,
    "fragment HistoryPage on AuditEntryConnection {\n  totalCount\n  pageInfo {\n    endCursor\n    hasNextPage\n  }\n  nodes {\n    id\n    at\n    action\n    aggregateType\n    persona\n    reason\n    before\n    after\n    actor {\n      id\n      name\n    }\n  }\n}": typeof types.HistoryPageFragmentDoc,
    "fragment OccupancyNumbers on Occupancy {\n  rentable\n  occupied\n  reserved\n  blocked\n  vacant\n  rate\n  contractRent {\n    amountMinor\n    currency\n  }\n  scheduledRent {\n    amountMinor\n    currency\n  }\n  lostRent {\n    amountMinor\n    currency\n  }\n}": typeof types.OccupancyNumbersFragmentDoc,
    "fragment PropertyChoice on Property {\n  id\n  code\n  name\n  isRetired\n  unitCount\n  address {\n    line1\n    line2\n    postalCode\n    city\n    region\n    country\n  }\n  company {\n    id\n    code\n    name\n  }\n}": typeof types.PropertyChoiceFragmentDoc,
};
const documents: Documents = {
    "query Dashboard($withImports: Boolean!) {\n  portfolio {\n    propertyCount\n    buildingCount\n    unitCount\n    retiredPropertyCount\n    retiredBuildingCount\n    retiredUnitCount\n    propertyCountsByType {\n      type\n      count\n    }\n    unitCountsByCategory {\n      category\n      count\n    }\n    attention {\n      kind\n      count\n    }\n  }\n  companies(first: 1) {\n    totalCount\n  }\n  imports(first: 5, sort: {field: CREATED_AT, direction: DESC}) @include(if: $withImports) {\n    totalCount\n    nodes {\n      id\n      fileName\n      state\n      createdAt\n      rowsAccepted\n      rowsRejected\n    }\n  }\n}\n\nquery DashboardOccupancy {\n  occupancy {\n    ...OccupancyNumbers\n  }\n}\n\nsubscription DashboardLeaseChanges {\n  leaseChanged {\n    type\n  }\n}": types.DashboardDocument,
    "fragment HistoryPage on AuditEntryConnection {\n  totalCount\n  pageInfo {\n    endCursor\n    hasNextPage\n  }\n  nodes {\n    id\n    at\n    action\n    aggregateType\n    persona\n    reason\n    before\n    after\n    actor {\n      id\n      name\n    }\n  }\n}": types.HistoryPageFragmentDoc,
    "fragment OccupancyNumbers on Occupancy {\n  rentable\n  occupied\n  reserved\n  blocked\n  vacant\n  rate\n  contractRent {\n    amountMinor\n    currency\n  }\n  scheduledRent {\n    amountMinor\n    currency\n  }\n  lostRent {\n    amountMinor\n    currency\n  }\n}": types.OccupancyNumbersFragmentDoc,
    "fragment PropertyChoice on Property {\n  id\n  code\n  name\n  isRetired\n  unitCount\n  address {\n    line1\n    line2\n    postalCode\n    city\n    region\n    country\n  }\n  company {\n    id\n    code\n    name\n  }\n}": types.PropertyChoiceFragmentDoc,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Dashboard($withImports: Boolean!) {\n  portfolio {\n    propertyCount\n    buildingCount\n    unitCount\n    retiredPropertyCount\n    retiredBuildingCount\n    retiredUnitCount\n    propertyCountsByType {\n      type\n      count\n    }\n    unitCountsByCategory {\n      category\n      count\n    }\n    attention {\n      kind\n      count\n    }\n  }\n  companies(first: 1) {\n    totalCount\n  }\n  imports(first: 5, sort: {field: CREATED_AT, direction: DESC}) @include(if: $withImports) {\n    totalCount\n    nodes {\n      id\n      fileName\n      state\n      createdAt\n      rowsAccepted\n      rowsRejected\n    }\n  }\n}\n\nquery DashboardOccupancy {\n  occupancy {\n    ...OccupancyNumbers\n  }\n}\n\nsubscription DashboardLeaseChanges {\n  leaseChanged {\n    type\n  }\n}"): (typeof documents)["query Dashboard($withImports: Boolean!) {\n  portfolio {\n    propertyCount\n    buildingCount\n    unitCount\n    retiredPropertyCount\n    retiredBuildingCount\n    retiredUnitCount\n    propertyCountsByType {\n      type\n      count\n    }\n    unitCountsByCategory {\n      category\n      count\n    }\n    attention {\n      kind\n      count\n    }\n  }\n  companies(first: 1) {\n    totalCount\n  }\n  imports(first: 5, sort: {field: CREATED_AT, direction: DESC}) @include(if: $withImports) {\n    totalCount\n    nodes {\n      id\n      fileName\n      state\n      createdAt\n      rowsAccepted\n      rowsRejected\n    }\n  }\n}\n\nquery DashboardOccupancy {\n  occupancy {\n    ...OccupancyNumbers\n  }\n}\n\nsubscription DashboardLeaseChanges {\n  leaseChanged {\n    type\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "fragment HistoryPage on AuditEntryConnection {\n  totalCount\n  pageInfo {\n    endCursor\n    hasNextPage\n  }\n  nodes {\n    id\n    at\n    action\n    aggregateType\n    persona\n    reason\n    before\n    after\n    actor {\n      id\n      name\n    }\n  }\n}"): (typeof documents)["fragment HistoryPage on AuditEntryConnection {\n  totalCount\n  pageInfo {\n    endCursor\n    hasNextPage\n  }\n  nodes {\n    id\n    at\n    action\n    aggregateType\n    persona\n    reason\n    before\n    after\n    actor {\n      id\n      name\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "fragment OccupancyNumbers on Occupancy {\n  rentable\n  occupied\n  reserved\n  blocked\n  vacant\n  rate\n  contractRent {\n    amountMinor\n    currency\n  }\n  scheduledRent {\n    amountMinor\n    currency\n  }\n  lostRent {\n    amountMinor\n    currency\n  }\n}"): (typeof documents)["fragment OccupancyNumbers on Occupancy {\n  rentable\n  occupied\n  reserved\n  blocked\n  vacant\n  rate\n  contractRent {\n    amountMinor\n    currency\n  }\n  scheduledRent {\n    amountMinor\n    currency\n  }\n  lostRent {\n    amountMinor\n    currency\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "fragment PropertyChoice on Property {\n  id\n  code\n  name\n  isRetired\n  unitCount\n  address {\n    line1\n    line2\n    postalCode\n    city\n    region\n    country\n  }\n  company {\n    id\n    code\n    name\n  }\n}"): (typeof documents)["fragment PropertyChoice on Property {\n  id\n  code\n  name\n  isRetired\n  unitCount\n  address {\n    line1\n    line2\n    postalCode\n    city\n    region\n    country\n  }\n  company {\n    id\n    code\n    name\n  }\n}"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;
