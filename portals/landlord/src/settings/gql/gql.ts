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
    "fragment OwnFields on User {\n  id\n  name\n  email\n  locale\n  timeZone\n  version\n}\n\nfragment OrganizationFields on Organization {\n  id\n  name\n  version\n  createdAt\n}\n\nquery Settings($organization: ID!) {\n  viewer {\n    ...OwnFields\n  }\n  organization(id: $organization) {\n    ...OrganizationFields\n  }\n}\n\nmutation ChangeProfile($input: ChangeProfileInput!) {\n  changeProfile(input: $input) {\n    user {\n      ...OwnFields\n    }\n    errors {\n      code\n      message\n      path\n    }\n  }\n}\n\nmutation ChangePreferences($input: ChangePreferencesInput!) {\n  changePreferences(input: $input) {\n    user {\n      ...OwnFields\n    }\n    errors {\n      code\n      message\n      path\n    }\n  }\n}\n\nquery OrganizationHistory($id: ID!, $after: String) {\n  organization(id: $id) {\n    id\n    history(first: 25, after: $after) {\n      ...HistoryPage\n    }\n  }\n}\n\nmutation ChangeOrganization($input: ChangeOrganizationInput!) {\n  changeOrganization(input: $input) {\n    organization {\n      ...OrganizationFields\n    }\n    errors {\n      code\n      message\n      path\n    }\n  }\n}\n\nquery MyData {\n  viewer {\n    id\n    name\n    email\n    isEmailVerified\n    locale\n    timeZone\n    createdAt\n    accountData\n    membershipData\n  }\n}\n\nmutation EraseMyMemberships {\n  eraseMyMemberships {\n    errors {\n      code\n      message\n      path\n    }\n  }\n}\n\nmutation EraseMyAccount($input: EraseMyAccountInput!) {\n  eraseMyAccount(input: $input) {\n    isErased\n    errors {\n      code\n      message\n      path\n    }\n  }\n}": typeof types.OwnFieldsFragmentDoc,
    "fragment HistoryPage on AuditEntryConnection {\n  totalCount\n  pageInfo {\n    endCursor\n    hasNextPage\n  }\n  nodes {\n    id\n    at\n    action\n    aggregateType\n    persona\n    reason\n    before\n    after\n    actor {\n      id\n      name\n    }\n  }\n}": typeof types.HistoryPageFragmentDoc,
    "fragment OccupancyNumbers on Occupancy {\n  rentable\n  occupied\n  reserved\n  blocked\n  vacant\n  rate\n  contractRent {\n    amountMinor\n    currency\n  }\n  scheduledRent {\n    amountMinor\n    currency\n  }\n  lostRent {\n    amountMinor\n    currency\n  }\n}": typeof types.OccupancyNumbersFragmentDoc,
    "fragment PropertyChoice on Property {\n  id\n  code\n  name\n  isRetired\n  unitCount\n  address {\n    line1\n    line2\n    postalCode\n    city\n    region\n    country\n  }\n  company {\n    id\n    code\n    name\n  }\n}": typeof types.PropertyChoiceFragmentDoc,
};
const documents: Documents = {
    "fragment OwnFields on User {\n  id\n  name\n  email\n  locale\n  timeZone\n  version\n}\n\nfragment OrganizationFields on Organization {\n  id\n  name\n  version\n  createdAt\n}\n\nquery Settings($organization: ID!) {\n  viewer {\n    ...OwnFields\n  }\n  organization(id: $organization) {\n    ...OrganizationFields\n  }\n}\n\nmutation ChangeProfile($input: ChangeProfileInput!) {\n  changeProfile(input: $input) {\n    user {\n      ...OwnFields\n    }\n    errors {\n      code\n      message\n      path\n    }\n  }\n}\n\nmutation ChangePreferences($input: ChangePreferencesInput!) {\n  changePreferences(input: $input) {\n    user {\n      ...OwnFields\n    }\n    errors {\n      code\n      message\n      path\n    }\n  }\n}\n\nquery OrganizationHistory($id: ID!, $after: String) {\n  organization(id: $id) {\n    id\n    history(first: 25, after: $after) {\n      ...HistoryPage\n    }\n  }\n}\n\nmutation ChangeOrganization($input: ChangeOrganizationInput!) {\n  changeOrganization(input: $input) {\n    organization {\n      ...OrganizationFields\n    }\n    errors {\n      code\n      message\n      path\n    }\n  }\n}\n\nquery MyData {\n  viewer {\n    id\n    name\n    email\n    isEmailVerified\n    locale\n    timeZone\n    createdAt\n    accountData\n    membershipData\n  }\n}\n\nmutation EraseMyMemberships {\n  eraseMyMemberships {\n    errors {\n      code\n      message\n      path\n    }\n  }\n}\n\nmutation EraseMyAccount($input: EraseMyAccountInput!) {\n  eraseMyAccount(input: $input) {\n    isErased\n    errors {\n      code\n      message\n      path\n    }\n  }\n}": types.OwnFieldsFragmentDoc,
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
export function graphql(source: "fragment OwnFields on User {\n  id\n  name\n  email\n  locale\n  timeZone\n  version\n}\n\nfragment OrganizationFields on Organization {\n  id\n  name\n  version\n  createdAt\n}\n\nquery Settings($organization: ID!) {\n  viewer {\n    ...OwnFields\n  }\n  organization(id: $organization) {\n    ...OrganizationFields\n  }\n}\n\nmutation ChangeProfile($input: ChangeProfileInput!) {\n  changeProfile(input: $input) {\n    user {\n      ...OwnFields\n    }\n    errors {\n      code\n      message\n      path\n    }\n  }\n}\n\nmutation ChangePreferences($input: ChangePreferencesInput!) {\n  changePreferences(input: $input) {\n    user {\n      ...OwnFields\n    }\n    errors {\n      code\n      message\n      path\n    }\n  }\n}\n\nquery OrganizationHistory($id: ID!, $after: String) {\n  organization(id: $id) {\n    id\n    history(first: 25, after: $after) {\n      ...HistoryPage\n    }\n  }\n}\n\nmutation ChangeOrganization($input: ChangeOrganizationInput!) {\n  changeOrganization(input: $input) {\n    organization {\n      ...OrganizationFields\n    }\n    errors {\n      code\n      message\n      path\n    }\n  }\n}\n\nquery MyData {\n  viewer {\n    id\n    name\n    email\n    isEmailVerified\n    locale\n    timeZone\n    createdAt\n    accountData\n    membershipData\n  }\n}\n\nmutation EraseMyMemberships {\n  eraseMyMemberships {\n    errors {\n      code\n      message\n      path\n    }\n  }\n}\n\nmutation EraseMyAccount($input: EraseMyAccountInput!) {\n  eraseMyAccount(input: $input) {\n    isErased\n    errors {\n      code\n      message\n      path\n    }\n  }\n}"): (typeof documents)["fragment OwnFields on User {\n  id\n  name\n  email\n  locale\n  timeZone\n  version\n}\n\nfragment OrganizationFields on Organization {\n  id\n  name\n  version\n  createdAt\n}\n\nquery Settings($organization: ID!) {\n  viewer {\n    ...OwnFields\n  }\n  organization(id: $organization) {\n    ...OrganizationFields\n  }\n}\n\nmutation ChangeProfile($input: ChangeProfileInput!) {\n  changeProfile(input: $input) {\n    user {\n      ...OwnFields\n    }\n    errors {\n      code\n      message\n      path\n    }\n  }\n}\n\nmutation ChangePreferences($input: ChangePreferencesInput!) {\n  changePreferences(input: $input) {\n    user {\n      ...OwnFields\n    }\n    errors {\n      code\n      message\n      path\n    }\n  }\n}\n\nquery OrganizationHistory($id: ID!, $after: String) {\n  organization(id: $id) {\n    id\n    history(first: 25, after: $after) {\n      ...HistoryPage\n    }\n  }\n}\n\nmutation ChangeOrganization($input: ChangeOrganizationInput!) {\n  changeOrganization(input: $input) {\n    organization {\n      ...OrganizationFields\n    }\n    errors {\n      code\n      message\n      path\n    }\n  }\n}\n\nquery MyData {\n  viewer {\n    id\n    name\n    email\n    isEmailVerified\n    locale\n    timeZone\n    createdAt\n    accountData\n    membershipData\n  }\n}\n\nmutation EraseMyMemberships {\n  eraseMyMemberships {\n    errors {\n      code\n      message\n      path\n    }\n  }\n}\n\nmutation EraseMyAccount($input: EraseMyAccountInput!) {\n  eraseMyAccount(input: $input) {\n    isErased\n    errors {\n      code\n      message\n      path\n    }\n  }\n}"];
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
