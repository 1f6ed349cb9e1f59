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
    "mutation DiscardImport($input: DiscardImportInput!) {\n  discardImport(input: $input) {\n    import {\n      ...ImportFacts\n    }\n    errors {\n      code\n      message\n      path\n    }\n  }\n}": typeof types.DiscardImportDocument,
    "query ImportFindings($id: ID!, $filter: ImportRowResultFilter, $first: Int!, $after: String) {\n  import(id: $id) {\n    id\n    rows(filter: $filter, first: $first, after: $after) {\n      ...FindingPage\n    }\n  }\n}\n\nfragment FindingPage on ImportRowResultConnection {\n  totalCount\n  pageInfo {\n    endCursor\n    hasNextPage\n  }\n  nodes {\n    row\n    column\n    severity\n    code\n    message\n    value\n    suggestion\n  }\n}": typeof types.ImportFindingsDocument,
    "fragment ImportFacts on Import {\n  id\n  state\n  isDryRun\n  canImport\n  layout\n  failure\n  fileName\n  fileBytes\n  fileKeptUntil\n  createdAt\n  requestedAt\n  finishedAt\n  rowsTotal\n  rowsDone\n  rowsAccepted\n  rowsUnchanged\n  rowsRejected\n  propertiesCreated\n  buildingsCreated\n  unitsCreated\n  corrections\n  notices\n  rejectedRowsUrl\n  uploadedBy {\n    id\n    name\n  }\n}": typeof types.ImportFactsFragmentDoc,
    "query ImportList($filter: ImportFilter, $sort: ImportSort, $first: Int!, $after: String) {\n  imports(filter: $filter, sort: $sort, first: $first, after: $after) {\n    totalCount\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n    nodes {\n      ...ImportFacts\n    }\n  }\n}": typeof types.ImportListDocument,
    "query ImportWizard($id: ID!, $withFindings: Boolean!, $findings: ImportRowResultFilter, $first: Int!) {\n  import(id: $id) {\n    ...ImportFacts\n    proposedLayout\n    mapping {\n      field\n      column\n      value\n    }\n    proposedMapping {\n      field\n      column\n      value\n    }\n    columns {\n      ...MappedColumn\n    }\n    findingCounts {\n      code\n      severity\n      count\n    }\n    rows(filter: $findings, first: $first) @include(if: $withFindings) {\n      ...FindingPage\n    }\n  }\n  importLayouts {\n    layout\n    fields {\n      field\n      isRequired\n      canBeFixed\n      choices\n    }\n  }\n}\n\nquery ImportColumns($id: ID!, $layout: ImportLayout!) {\n  import(id: $id) {\n    id\n    columns(layout: $layout) {\n      ...MappedColumn\n    }\n  }\n}\n\nquery ImportProgress($id: ID!) {\n  import(id: $id) {\n    ...ImportFacts\n    findingCounts {\n      code\n      severity\n      count\n    }\n  }\n}\n\nmutation ImportPortfolio($input: ImportPortfolioInput!) {\n  importPortfolio(input: $input) {\n    import {\n      ...ImportFacts\n      mapping {\n        field\n        column\n        value\n      }\n    }\n    errors {\n      code\n      message\n      path\n    }\n  }\n}\n\nfragment MappedColumn on ImportColumn {\n  position\n  title\n  samples\n  proposedField\n  isProposalSure\n}": typeof types.ImportWizardDocument,
    "fragment HistoryPage on AuditEntryConnection {\n  totalCount\n  pageInfo {\n    endCursor\n    hasNextPage\n  }\n  nodes {\n    id\n    at\n    action\n    aggregateType\n    persona\n    reason\n    before\n    after\n    actor {\n      id\n      name\n    }\n  }\n}": typeof types.HistoryPageFragmentDoc,
    "fragment OccupancyNumbers on Occupancy {\n  rentable\n  occupied\n  reserved\n  blocked\n  vacant\n  rate\n  contractRent {\n    amountMinor\n    currency\n  }\n  scheduledRent {\n    amountMinor\n    currency\n  }\n  lostRent {\n    amountMinor\n    currency\n  }\n}": typeof types.OccupancyNumbersFragmentDoc,
    "fragment PropertyChoice on Property {\n  id\n  code\n  name\n  isRetired\n  unitCount\n  address {\n    line1\n    line2\n    postalCode\n    city\n    region\n    country\n  }\n  company {\n    id\n    code\n    name\n  }\n}": typeof types.PropertyChoiceFragmentDoc,
};
const documents: Documents = {
    "mutation DiscardImport($input: DiscardImportInput!) {\n  discardImport(input: $input) {\n    import {\n      ...ImportFacts\n    }\n    errors {\n      code\n      message\n      path\n    }\n  }\n}": types.DiscardImportDocument,
    "query ImportFindings($id: ID!, $filter: ImportRowResultFilter, $first: Int!, $after: String) {\n  import(id: $id) {\n    id\n    rows(filter: $filter, first: $first, after: $after) {\n      ...FindingPage\n    }\n  }\n}\n\nfragment FindingPage on ImportRowResultConnection {\n  totalCount\n  pageInfo {\n    endCursor\n    hasNextPage\n  }\n  nodes {\n    row\n    column\n    severity\n    code\n    message\n    value\n    suggestion\n  }\n}": types.ImportFindingsDocument,
    "fragment ImportFacts on Import {\n  id\n  state\n  isDryRun\n  canImport\n  layout\n  failure\n  fileName\n  fileBytes\n  fileKeptUntil\n  createdAt\n  requestedAt\n  finishedAt\n  rowsTotal\n  rowsDone\n  rowsAccepted\n  rowsUnchanged\n  rowsRejected\n  propertiesCreated\n  buildingsCreated\n  unitsCreated\n  corrections\n  notices\n  rejectedRowsUrl\n  uploadedBy {\n    id\n    name\n  }\n}": types.ImportFactsFragmentDoc,
    "query ImportList($filter: ImportFilter, $sort: ImportSort, $first: Int!, $after: String) {\n  imports(filter: $filter, sort: $sort, first: $first, after: $after) {\n    totalCount\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n    nodes {\n      ...ImportFacts\n    }\n  }\n}": types.ImportListDocument,
    "query ImportWizard($id: ID!, $withFindings: Boolean!, $findings: ImportRowResultFilter, $first: Int!) {\n  import(id: $id) {\n    ...ImportFacts\n    proposedLayout\n    mapping {\n      field\n      column\n      value\n    }\n    proposedMapping {\n      field\n      column\n      value\n    }\n    columns {\n      ...MappedColumn\n    }\n    findingCounts {\n      code\n      severity\n      count\n    }\n    rows(filter: $findings, first: $first) @include(if: $withFindings) {\n      ...FindingPage\n    }\n  }\n  importLayouts {\n    layout\n    fields {\n      field\n      isRequired\n      canBeFixed\n      choices\n    }\n  }\n}\n\nquery ImportColumns($id: ID!, $layout: ImportLayout!) {\n  import(id: $id) {\n    id\n    columns(layout: $layout) {\n      ...MappedColumn\n    }\n  }\n}\n\nquery ImportProgress($id: ID!) {\n  import(id: $id) {\n    ...ImportFacts\n    findingCounts {\n      code\n      severity\n      count\n    }\n  }\n}\n\nmutation ImportPortfolio($input: ImportPortfolioInput!) {\n  importPortfolio(input: $input) {\n    import {\n      ...ImportFacts\n      mapping {\n        field\n        column\n        value\n      }\n    }\n    errors {\n      code\n      message\n      path\n    }\n  }\n}\n\nfragment MappedColumn on ImportColumn {\n  position\n  title\n  samples\n  proposedField\n  isProposalSure\n}": types.ImportWizardDocument,
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
export function graphql(source: "mutation DiscardImport($input: DiscardImportInput!) {\n  discardImport(input: $input) {\n    import {\n      ...ImportFacts\n    }\n    errors {\n      code\n      message\n      path\n    }\n  }\n}"): (typeof documents)["mutation DiscardImport($input: DiscardImportInput!) {\n  discardImport(input: $input) {\n    import {\n      ...ImportFacts\n    }\n    errors {\n      code\n      message\n      path\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query ImportFindings($id: ID!, $filter: ImportRowResultFilter, $first: Int!, $after: String) {\n  import(id: $id) {\n    id\n    rows(filter: $filter, first: $first, after: $after) {\n      ...FindingPage\n    }\n  }\n}\n\nfragment FindingPage on ImportRowResultConnection {\n  totalCount\n  pageInfo {\n    endCursor\n    hasNextPage\n  }\n  nodes {\n    row\n    column\n    severity\n    code\n    message\n    value\n    suggestion\n  }\n}"): (typeof documents)["query ImportFindings($id: ID!, $filter: ImportRowResultFilter, $first: Int!, $after: String) {\n  import(id: $id) {\n    id\n    rows(filter: $filter, first: $first, after: $after) {\n      ...FindingPage\n    }\n  }\n}\n\nfragment FindingPage on ImportRowResultConnection {\n  totalCount\n  pageInfo {\n    endCursor\n    hasNextPage\n  }\n  nodes {\n    row\n    column\n    severity\n    code\n    message\n    value\n    suggestion\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "fragment ImportFacts on Import {\n  id\n  state\n  isDryRun\n  canImport\n  layout\n  failure\n  fileName\n  fileBytes\n  fileKeptUntil\n  createdAt\n  requestedAt\n  finishedAt\n  rowsTotal\n  rowsDone\n  rowsAccepted\n  rowsUnchanged\n  rowsRejected\n  propertiesCreated\n  buildingsCreated\n  unitsCreated\n  corrections\n  notices\n  rejectedRowsUrl\n  uploadedBy {\n    id\n    name\n  }\n}"): (typeof documents)["fragment ImportFacts on Import {\n  id\n  state\n  isDryRun\n  canImport\n  layout\n  failure\n  fileName\n  fileBytes\n  fileKeptUntil\n  createdAt\n  requestedAt\n  finishedAt\n  rowsTotal\n  rowsDone\n  rowsAccepted\n  rowsUnchanged\n  rowsRejected\n  propertiesCreated\n  buildingsCreated\n  unitsCreated\n  corrections\n  notices\n  rejectedRowsUrl\n  uploadedBy {\n    id\n    name\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query ImportList($filter: ImportFilter, $sort: ImportSort, $first: Int!, $after: String) {\n  imports(filter: $filter, sort: $sort, first: $first, after: $after) {\n    totalCount\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n    nodes {\n      ...ImportFacts\n    }\n  }\n}"): (typeof documents)["query ImportList($filter: ImportFilter, $sort: ImportSort, $first: Int!, $after: String) {\n  imports(filter: $filter, sort: $sort, first: $first, after: $after) {\n    totalCount\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n    nodes {\n      ...ImportFacts\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query ImportWizard($id: ID!, $withFindings: Boolean!, $findings: ImportRowResultFilter, $first: Int!) {\n  import(id: $id) {\n    ...ImportFacts\n    proposedLayout\n    mapping {\n      field\n      column\n      value\n    }\n    proposedMapping {\n      field\n      column\n      value\n    }\n    columns {\n      ...MappedColumn\n    }\n    findingCounts {\n      code\n      severity\n      count\n    }\n    rows(filter: $findings, first: $first) @include(if: $withFindings) {\n      ...FindingPage\n    }\n  }\n  importLayouts {\n    layout\n    fields {\n      field\n      isRequired\n      canBeFixed\n      choices\n    }\n  }\n}\n\nquery ImportColumns($id: ID!, $layout: ImportLayout!) {\n  import(id: $id) {\n    id\n    columns(layout: $layout) {\n      ...MappedColumn\n    }\n  }\n}\n\nquery ImportProgress($id: ID!) {\n  import(id: $id) {\n    ...ImportFacts\n    findingCounts {\n      code\n      severity\n      count\n    }\n  }\n}\n\nmutation ImportPortfolio($input: ImportPortfolioInput!) {\n  importPortfolio(input: $input) {\n    import {\n      ...ImportFacts\n      mapping {\n        field\n        column\n        value\n      }\n    }\n    errors {\n      code\n      message\n      path\n    }\n  }\n}\n\nfragment MappedColumn on ImportColumn {\n  position\n  title\n  samples\n  proposedField\n  isProposalSure\n}"): (typeof documents)["query ImportWizard($id: ID!, $withFindings: Boolean!, $findings: ImportRowResultFilter, $first: Int!) {\n  import(id: $id) {\n    ...ImportFacts\n    proposedLayout\n    mapping {\n      field\n      column\n      value\n    }\n    proposedMapping {\n      field\n      column\n      value\n    }\n    columns {\n      ...MappedColumn\n    }\n    findingCounts {\n      code\n      severity\n      count\n    }\n    rows(filter: $findings, first: $first) @include(if: $withFindings) {\n      ...FindingPage\n    }\n  }\n  importLayouts {\n    layout\n    fields {\n      field\n      isRequired\n      canBeFixed\n      choices\n    }\n  }\n}\n\nquery ImportColumns($id: ID!, $layout: ImportLayout!) {\n  import(id: $id) {\n    id\n    columns(layout: $layout) {\n      ...MappedColumn\n    }\n  }\n}\n\nquery ImportProgress($id: ID!) {\n  import(id: $id) {\n    ...ImportFacts\n    findingCounts {\n      code\n      severity\n      count\n    }\n  }\n}\n\nmutation ImportPortfolio($input: ImportPortfolioInput!) {\n  importPortfolio(input: $input) {\n    import {\n      ...ImportFacts\n      mapping {\n        field\n        column\n        value\n      }\n    }\n    errors {\n      code\n      message\n      path\n    }\n  }\n}\n\nfragment MappedColumn on ImportColumn {\n  position\n  title\n  samples\n  proposedField\n  isProposalSure\n}"];
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
