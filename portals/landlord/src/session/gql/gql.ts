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
    "query Session($isViewingAs: Boolean = false) {\n  viewer {\n    id\n    name\n    email\n    locale\n    timeZone\n    version\n    memberships(first: 100) {\n      nodes {\n        id\n        organization {\n          id\n          name\n        }\n        grants {\n          id\n          role\n          reachKind\n          company {\n            id\n            name\n          }\n          property {\n            id\n            name\n          }\n        }\n      }\n    }\n  }\n  currentViewAs @include(if: $isViewingAs) {\n    id\n    expiresAt\n    member {\n      id\n      user {\n        id\n        name\n      }\n    }\n    grants {\n      role\n      reachKind\n      company {\n        id\n        name\n      }\n      property {\n        id\n        name\n      }\n    }\n  }\n}": typeof types.SessionDocument,
    "mutation EndViewAs($input: EndViewAsInput!) {\n  endViewAs(input: $input) {\n    viewAs {\n      id\n      endedAt\n    }\n    errors {\n      code\n      message\n      path\n    }\n  }\n}": typeof types.EndViewAsDocument,
    "fragment HistoryPage on AuditEntryConnection {\n  totalCount\n  pageInfo {\n    endCursor\n    hasNextPage\n  }\n  nodes {\n    id\n    at\n    action\n    aggregateType\n    persona\n    reason\n    before\n    after\n    actor {\n      id\n      name\n    }\n  }\n}": typeof types.HistoryPageFragmentDoc,
    "fragment OccupancyNumbers on Occupancy {\n  rentable\n  occupied\n  reserved\n  blocked\n  vacant\n  rate\n  contractRent {\n    amountMinor\n    currency\n  }\n  scheduledRent {\n    amountMinor\n    currency\n  }\n  lostRent {\n    amountMinor\n    currency\n  }\n}": typeof types.OccupancyNumbersFragmentDoc,
    "fragment PropertyChoice on Property {\n  id\n  code\n  name\n  isRetired\n  unitCount\n  address {\n    line1\n    line2\n    postalCode\n    city\n    region\n    country\n  }\n  company {\n    id\n    code\n    name\n  }\n}": typeof types.PropertyChoiceFragmentDoc,
};
const documents: Documents = {
    "query Session($isViewingAs: Boolean = false) {\n  viewer {\n    id\n    name\n    email\n    locale\n    timeZone\n    version\n    memberships(first: 100) {\n      nodes {\n        id\n        organization {\n          id\n          name\n        }\n        grants {\n          id\n          role\n          reachKind\n          company {\n            id\n            name\n          }\n          property {\n            id\n            name\n          }\n        }\n      }\n    }\n  }\n  currentViewAs @include(if: $isViewingAs) {\n    id\n    expiresAt\n    member {\n      id\n      user {\n        id\n        name\n      }\n    }\n    grants {\n      role\n      reachKind\n      company {\n        id\n        name\n      }\n      property {\n        id\n        name\n      }\n    }\n  }\n}": types.SessionDocument,
    "mutation EndViewAs($input: EndViewAsInput!) {\n  endViewAs(input: $input) {\n    viewAs {\n      id\n      endedAt\n    }\n    errors {\n      code\n      message\n      path\n    }\n  }\n}": types.EndViewAsDocument,
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
export function graphql(source: "query Session($isViewingAs: Boolean = false) {\n  viewer {\n    id\n    name\n    email\n    locale\n    timeZone\n    version\n    memberships(first: 100) {\n      nodes {\n        id\n        organization {\n          id\n          name\n        }\n        grants {\n          id\n          role\n          reachKind\n          company {\n            id\n            name\n          }\n          property {\n            id\n            name\n          }\n        }\n      }\n    }\n  }\n  currentViewAs @include(if: $isViewingAs) {\n    id\n    expiresAt\n    member {\n      id\n      user {\n        id\n        name\n      }\n    }\n    grants {\n      role\n      reachKind\n      company {\n        id\n        name\n      }\n      property {\n        id\n        name\n      }\n    }\n  }\n}"): (typeof documents)["query Session($isViewingAs: Boolean = false) {\n  viewer {\n    id\n    name\n    email\n    locale\n    timeZone\n    version\n    memberships(first: 100) {\n      nodes {\n        id\n        organization {\n          id\n          name\n        }\n        grants {\n          id\n          role\n          reachKind\n          company {\n            id\n            name\n          }\n          property {\n            id\n            name\n          }\n        }\n      }\n    }\n  }\n  currentViewAs @include(if: $isViewingAs) {\n    id\n    expiresAt\n    member {\n      id\n      user {\n        id\n        name\n      }\n    }\n    grants {\n      role\n      reachKind\n      company {\n        id\n        name\n      }\n      property {\n        id\n        name\n      }\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation EndViewAs($input: EndViewAsInput!) {\n  endViewAs(input: $input) {\n    viewAs {\n      id\n      endedAt\n    }\n    errors {\n      code\n      message\n      path\n    }\n  }\n}"): (typeof documents)["mutation EndViewAs($input: EndViewAsInput!) {\n  endViewAs(input: $input) {\n    viewAs {\n      id\n      endedAt\n    }\n    errors {\n      code\n      message\n      path\n    }\n  }\n}"];
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
