/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** Which import to discard. */
export type DiscardImportInput = {
  /** The import. */
  importId: string;
};

/** What a column of a portfolio file may hold. Which layout reads which, importLayouts says. */
export type ImportField =
  /** Area in square metres. */
  | 'AREA'
  /** Number of bathrooms. */
  | 'BATHROOMS'
  /** Number of bedrooms. */
  | 'BEDROOMS'
  /** Code of the building. */
  | 'BUILDING_CODE'
  /** Name of the building. */
  | 'BUILDING_NAME'
  /** What the unit is. */
  | 'CATEGORY'
  /** City or town. */
  | 'CITY'
  /** Code or name of a company of the organization. */
  | 'COMPANY'
  /** Country as two letters. */
  | 'COUNTRY'
  /** Code of the entrance. */
  | 'ENTRANCE'
  /** Floor. */
  | 'FLOOR'
  /** Whose law holds there. */
  | 'JURISDICTION'
  /** Degrees north. */
  | 'LATITUDE'
  /** Degrees east. */
  | 'LONGITUDE'
  /** Postal code. */
  | 'POSTAL_CODE'
  /** Code of the property. */
  | 'PROPERTY_CODE'
  /** Name of the property. */
  | 'PROPERTY_NAME'
  /** What the property is meant for. */
  | 'PROPERTY_TYPE'
  /** State, province or region. */
  | 'REGION'
  /** Street and house number. */
  | 'STREET'
  /** IANA name of the time zone. */
  | 'TIME_ZONE'
  /** Code of the unit. */
  | 'UNIT_CODE'
  /** How many units a development has. */
  | 'UNIT_COUNT';

/** Which imports to list. */
export type ImportFilter = {
  /** Only those that have come this far. Without it, all but the discarded ones. */
  state?: ImportState | null | undefined;
};

/** What a remark is about. */
export type ImportFindingCode =
  /** The address is a range of house numbers and is kept as it stands. */
  | 'ADDRESS_RANGE'
  /** The cell holds several addresses and is kept as it stands. */
  | 'ADDRESS_SEVERAL'
  /** Another property claims the same address. */
  | 'ADDRESS_SHARED'
  /** Blank lines were passed over. */
  | 'BLANK_ROWS'
  /** The building exists and differs from the file. */
  | 'BUILDING_DIFFERS'
  /** A cell is too long. */
  | 'CELL_TOO_LONG'
  /** Two companies have names that differ a little; they are kept apart. */
  | 'COMPANY_SIMILAR'
  /** The organization has no such company. */
  | 'COMPANY_UNKNOWN'
  /** The row contradicts an earlier row. */
  | 'CONFLICTING_ROW'
  /** A cell holds a character that cannot be printed. */
  | 'CONTROL_CHARACTER'
  /** The row needs another row that was rejected. */
  | 'DEPENDS_ON_REJECTED'
  /** Two columns mean the same. */
  | 'DUPLICATE_COLUMN'
  /** The file is empty. */
  | 'EMPTY_FILE'
  /** A cell cannot be understood. */
  | 'INVALID'
  /** The quoting of the file is broken. */
  | 'MALFORMED_CSV'
  /** A required column is missing. */
  | 'MISSING_COLUMN'
  /** The importer has no right to write there. */
  | 'NOT_PERMITTED'
  /** The file is no text file. */
  | 'NOT_TEXT'
  /** The file is not encoded as UTF-8. */
  | 'NOT_UTF8'
  /** The property has no coordinates. */
  | 'NO_COORDINATES'
  /** The file has a header and nothing below it. */
  | 'NO_ROWS'
  /** A number is too small or too large. */
  | 'OUT_OF_RANGE'
  /** The property exists and differs from the file. */
  | 'PROPERTY_DIFFERS'
  /** The row says what an earlier row said. */
  | 'REPEATED_ROW'
  /** A cell must not be empty. */
  | 'REQUIRED'
  /** A row is too long to be one. */
  | 'ROW_TOO_LONG'
  /** The row breaks a rule of the portfolio. */
  | 'RULE_BROKEN'
  /** The file has more rows than one import may have. */
  | 'TOO_MANY_ROWS'
  /** The property type was misspelt and is read as another spelling. */
  | 'TYPE_CORRECTED'
  /** The property type says more than the portfolio keeps. */
  | 'TYPE_NARROWED'
  /** The property type is not known. */
  | 'TYPE_UNKNOWN'
  /** The unit exists and differs from the file. */
  | 'UNIT_DIFFERS'
  /** The header belongs to no layout that can be imported. */
  | 'UNKNOWN_LAYOUT'
  /** A column is not read. */
  | 'UNUSED_COLUMN'
  /** The row has another number of cells than the header. */
  | 'WRONG_CELL_COUNT'
  /** The columns are not separated by commas. */
  | 'WRONG_DELIMITER';

/** How much a remark weighs. */
export type ImportFindingSeverity =
  /** The row was accepted as something else than it says. */
  | 'CORRECTION'
  /** The row was rejected, or the file as a whole. */
  | 'ERROR'
  /** The row was accepted; a person may want to look. */
  | 'NOTICE';

/** Which columns a file has. */
export type ImportLayout =
  /** One row is one development of a management company. */
  | 'DEVELOPMENTS'
  /** One row is one unit, or a property or building without one. */
  | 'UNITS';

/** Where an import is to take one field from: either a column or a value for all rows. */
export type ImportMappingInput = {
  /** The heading of a column, as `Import.columns` has it. */
  column?: string | null | undefined;
  /** Which field of the layout. */
  field: ImportField;
  /** The same for all rows, 1 to 200 characters; for fields that `canBeFixed`. */
  value?: string | null | undefined;
};

/** Which file to import, and how. */
export type ImportPortfolioInput = {
  /** Only try: report every row and write nothing to the portfolio. */
  dryRun?: boolean;
  /** The import that POST /uploads/imports answered with. */
  importId: string;
  /** What the rows mean. Without it as the last time, else as the header says. Another one than the last time takes back the mapping. */
  layout?: ImportLayout | null | undefined;
  /** Which column or value each field comes from, up to 30; columns that are not named are not read. Without it as the last time; an empty list goes by the header again. */
  mapping?: Array<ImportMappingInput> | null | undefined;
};

/** Which results to list. */
export type ImportRowResultFilter = {
  /** Only those about this. */
  code?: ImportFindingCode | null | undefined;
  /** Only these. */
  severity?: ImportFindingSeverity | null | undefined;
};

/** The order of a list of Import. */
export type ImportSort = {
  /** Which way. */
  direction?: SortDirection;
  /** What to sort by. */
  field: ImportSortField;
};

/** What a list of Import is sorted by. */
export type ImportSortField =
  /** By time of upload. */
  | 'CREATED_AT';

/** How far an import has come. */
export type ImportState =
  /** Done: every row was accepted, unchanged or rejected. */
  | 'COMPLETED'
  /** Given up: its file and what was said of it are gone. */
  | 'DISCARDED'
  /** Nothing was written; the failure says why. */
  | 'FAILED'
  /** The rows are written; nothing shows before all are. */
  | 'IMPORTING'
  /** The file is stored; nothing was asked for yet. */
  | 'UPLOADED'
  /** The file is read, or the dry run is under way. */
  | 'VALIDATING';

/** Which way a list is sorted. */
export type SortDirection =
  /** Smallest, earliest, A first. */
  | 'ASC'
  /** Largest, latest, Z first. */
  | 'DESC';

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

export type DiscardImportMutationVariables = Exact<{
  input: DiscardImportInput;
}>;


export type DiscardImportMutation = { __typename: 'Mutation', discardImport: { __typename: 'DiscardImportPayload', import: { __typename: 'Import', id: string, state: ImportState, isDryRun: boolean, canImport: boolean, layout: ImportLayout | null, failure: string | null, fileName: string, fileBytes: number, fileKeptUntil: string | null, createdAt: string, requestedAt: string | null, finishedAt: string | null, rowsTotal: number | null, rowsDone: number, rowsAccepted: number, rowsUnchanged: number, rowsRejected: number, propertiesCreated: number, buildingsCreated: number, unitsCreated: number, corrections: number, notices: number, rejectedRowsUrl: string | null, uploadedBy: { __typename: 'User', id: string, name: string } | null } | null, errors: Array<{ __typename: 'UserError', code: UserErrorCode, message: string, path: Array<string> }> } | null };

export type ImportFindingsQueryVariables = Exact<{
  id: string;
  filter?: ImportRowResultFilter | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type ImportFindingsQuery = { __typename: 'Query', import: { __typename: 'Import', id: string, rows: { __typename: 'ImportRowResultConnection', totalCount: number, pageInfo: { __typename: 'PageInfo', endCursor: string | null, hasNextPage: boolean }, nodes: Array<{ __typename: 'ImportRowResult', row: number | null, column: string | null, severity: ImportFindingSeverity, code: ImportFindingCode, message: string, value: string | null, suggestion: string | null }> } } | null };

export type FindingPageFragment = { __typename: 'ImportRowResultConnection', totalCount: number, pageInfo: { __typename: 'PageInfo', endCursor: string | null, hasNextPage: boolean }, nodes: Array<{ __typename: 'ImportRowResult', row: number | null, column: string | null, severity: ImportFindingSeverity, code: ImportFindingCode, message: string, value: string | null, suggestion: string | null }> };

export type ImportFactsFragment = { __typename: 'Import', id: string, state: ImportState, isDryRun: boolean, canImport: boolean, layout: ImportLayout | null, failure: string | null, fileName: string, fileBytes: number, fileKeptUntil: string | null, createdAt: string, requestedAt: string | null, finishedAt: string | null, rowsTotal: number | null, rowsDone: number, rowsAccepted: number, rowsUnchanged: number, rowsRejected: number, propertiesCreated: number, buildingsCreated: number, unitsCreated: number, corrections: number, notices: number, rejectedRowsUrl: string | null, uploadedBy: { __typename: 'User', id: string, name: string } | null };

export type ImportListQueryVariables = Exact<{
  filter?: ImportFilter | null | undefined;
  sort?: ImportSort | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type ImportListQuery = { __typename: 'Query', imports: { __typename: 'ImportConnection', totalCount: number, pageInfo: { __typename: 'PageInfo', endCursor: string | null, hasNextPage: boolean }, nodes: Array<{ __typename: 'Import', id: string, state: ImportState, isDryRun: boolean, canImport: boolean, layout: ImportLayout | null, failure: string | null, fileName: string, fileBytes: number, fileKeptUntil: string | null, createdAt: string, requestedAt: string | null, finishedAt: string | null, rowsTotal: number | null, rowsDone: number, rowsAccepted: number, rowsUnchanged: number, rowsRejected: number, propertiesCreated: number, buildingsCreated: number, unitsCreated: number, corrections: number, notices: number, rejectedRowsUrl: string | null, uploadedBy: { __typename: 'User', id: string, name: string } | null }> } | null };

export type ImportWizardQueryVariables = Exact<{
  id: string;
  withFindings: boolean;
  findings?: ImportRowResultFilter | null | undefined;
  first: number;
}>;


export type ImportWizardQuery = { __typename: 'Query', import: { __typename: 'Import', proposedLayout: ImportLayout | null, id: string, state: ImportState, isDryRun: boolean, canImport: boolean, layout: ImportLayout | null, failure: string | null, fileName: string, fileBytes: number, fileKeptUntil: string | null, createdAt: string, requestedAt: string | null, finishedAt: string | null, rowsTotal: number | null, rowsDone: number, rowsAccepted: number, rowsUnchanged: number, rowsRejected: number, propertiesCreated: number, buildingsCreated: number, unitsCreated: number, corrections: number, notices: number, rejectedRowsUrl: string | null, mapping: Array<{ __typename: 'ImportMapping', field: ImportField, column: string | null, value: string | null }>, proposedMapping: Array<{ __typename: 'ImportMapping', field: ImportField, column: string | null, value: string | null }>, columns: Array<{ __typename: 'ImportColumn', position: number, title: string, samples: Array<string>, proposedField: ImportField | null, isProposalSure: boolean }>, findingCounts: Array<{ __typename: 'ImportFindingCount', code: ImportFindingCode, severity: ImportFindingSeverity, count: number }>, rows?: { __typename: 'ImportRowResultConnection', totalCount: number, pageInfo: { __typename: 'PageInfo', endCursor: string | null, hasNextPage: boolean }, nodes: Array<{ __typename: 'ImportRowResult', row: number | null, column: string | null, severity: ImportFindingSeverity, code: ImportFindingCode, message: string, value: string | null, suggestion: string | null }> }, uploadedBy: { __typename: 'User', id: string, name: string } | null } | null, importLayouts: Array<{ __typename: 'ImportLayoutDefinition', layout: ImportLayout, fields: Array<{ __typename: 'ImportFieldDefinition', field: ImportField, isRequired: boolean, canBeFixed: boolean, choices: Array<string> }> }> | null };

export type ImportColumnsQueryVariables = Exact<{
  id: string;
  layout: ImportLayout;
}>;


export type ImportColumnsQuery = { __typename: 'Query', import: { __typename: 'Import', id: string, columns: Array<{ __typename: 'ImportColumn', position: number, title: string, samples: Array<string>, proposedField: ImportField | null, isProposalSure: boolean }> } | null };

export type ImportProgressQueryVariables = Exact<{
  id: string;
}>;


export type ImportProgressQuery = { __typename: 'Query', import: { __typename: 'Import', id: string, state: ImportState, isDryRun: boolean, canImport: boolean, layout: ImportLayout | null, failure: string | null, fileName: string, fileBytes: number, fileKeptUntil: string | null, createdAt: string, requestedAt: string | null, finishedAt: string | null, rowsTotal: number | null, rowsDone: number, rowsAccepted: number, rowsUnchanged: number, rowsRejected: number, propertiesCreated: number, buildingsCreated: number, unitsCreated: number, corrections: number, notices: number, rejectedRowsUrl: string | null, findingCounts: Array<{ __typename: 'ImportFindingCount', code: ImportFindingCode, severity: ImportFindingSeverity, count: number }>, uploadedBy: { __typename: 'User', id: string, name: string } | null } | null };

export type ImportPortfolioMutationVariables = Exact<{
  input: ImportPortfolioInput;
}>;


export type ImportPortfolioMutation = { __typename: 'Mutation', importPortfolio: { __typename: 'ImportPortfolioPayload', import: { __typename: 'Import', id: string, state: ImportState, isDryRun: boolean, canImport: boolean, layout: ImportLayout | null, failure: string | null, fileName: string, fileBytes: number, fileKeptUntil: string | null, createdAt: string, requestedAt: string | null, finishedAt: string | null, rowsTotal: number | null, rowsDone: number, rowsAccepted: number, rowsUnchanged: number, rowsRejected: number, propertiesCreated: number, buildingsCreated: number, unitsCreated: number, corrections: number, notices: number, rejectedRowsUrl: string | null, mapping: Array<{ __typename: 'ImportMapping', field: ImportField, column: string | null, value: string | null }>, uploadedBy: { __typename: 'User', id: string, name: string } | null } | null, errors: Array<{ __typename: 'UserError', code: UserErrorCode, message: string, path: Array<string> }> } | null };

export type MappedColumnFragment = { __typename: 'ImportColumn', position: number, title: string, samples: Array<string>, proposedField: ImportField | null, isProposalSure: boolean };

export type HistoryPageFragment = { __typename: 'AuditEntryConnection', totalCount: number, pageInfo: { __typename: 'PageInfo', endCursor: string | null, hasNextPage: boolean }, nodes: Array<{ __typename: 'AuditEntry', id: string, at: string, action: string, aggregateType: string, persona: string, reason: string | null, before: Record<string, unknown> | null, after: Record<string, unknown> | null, actor: { __typename: 'User', id: string, name: string } | null }> };

export type OccupancyNumbersFragment = { __typename: 'Occupancy', rentable: number, occupied: number, reserved: number, blocked: number, vacant: number, rate: number | null, contractRent: Array<{ __typename: 'Money', amountMinor: number, currency: string }>, scheduledRent: Array<{ __typename: 'Money', amountMinor: number, currency: string }>, lostRent: Array<{ __typename: 'Money', amountMinor: number, currency: string }> };

export type PropertyChoiceFragment = { __typename: 'Property', id: string, code: string, name: string, isRetired: boolean, unitCount: number, address: { __typename: 'Address', line1: string, line2: string | null, postalCode: string, city: string, region: string | null, country: string }, company: { __typename: 'Company', id: string, code: string, name: string } | null };

export const FindingPageFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"FindingPage"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ImportRowResultConnection"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"row"}},{"kind":"Field","name":{"kind":"Name","value":"column"}},{"kind":"Field","name":{"kind":"Name","value":"severity"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"suggestion"}}]}}]}}]} as unknown as DocumentNode<FindingPageFragment, unknown>;
export const ImportFactsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ImportFacts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Import"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"isDryRun"}},{"kind":"Field","name":{"kind":"Name","value":"canImport"}},{"kind":"Field","name":{"kind":"Name","value":"layout"}},{"kind":"Field","name":{"kind":"Name","value":"failure"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}},{"kind":"Field","name":{"kind":"Name","value":"fileBytes"}},{"kind":"Field","name":{"kind":"Name","value":"fileKeptUntil"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"requestedAt"}},{"kind":"Field","name":{"kind":"Name","value":"finishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"rowsTotal"}},{"kind":"Field","name":{"kind":"Name","value":"rowsDone"}},{"kind":"Field","name":{"kind":"Name","value":"rowsAccepted"}},{"kind":"Field","name":{"kind":"Name","value":"rowsUnchanged"}},{"kind":"Field","name":{"kind":"Name","value":"rowsRejected"}},{"kind":"Field","name":{"kind":"Name","value":"propertiesCreated"}},{"kind":"Field","name":{"kind":"Name","value":"buildingsCreated"}},{"kind":"Field","name":{"kind":"Name","value":"unitsCreated"}},{"kind":"Field","name":{"kind":"Name","value":"corrections"}},{"kind":"Field","name":{"kind":"Name","value":"notices"}},{"kind":"Field","name":{"kind":"Name","value":"rejectedRowsUrl"}},{"kind":"Field","name":{"kind":"Name","value":"uploadedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<ImportFactsFragment, unknown>;
export const MappedColumnFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MappedColumn"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ImportColumn"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"position"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"samples"}},{"kind":"Field","name":{"kind":"Name","value":"proposedField"}},{"kind":"Field","name":{"kind":"Name","value":"isProposalSure"}}]}}]} as unknown as DocumentNode<MappedColumnFragment, unknown>;
export const HistoryPageFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"HistoryPage"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AuditEntryConnection"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"aggregateType"}},{"kind":"Field","name":{"kind":"Name","value":"persona"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"before"}},{"kind":"Field","name":{"kind":"Name","value":"after"}},{"kind":"Field","name":{"kind":"Name","value":"actor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]} as unknown as DocumentNode<HistoryPageFragment, unknown>;
export const OccupancyNumbersFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OccupancyNumbers"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Occupancy"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"rentable"}},{"kind":"Field","name":{"kind":"Name","value":"occupied"}},{"kind":"Field","name":{"kind":"Name","value":"reserved"}},{"kind":"Field","name":{"kind":"Name","value":"blocked"}},{"kind":"Field","name":{"kind":"Name","value":"vacant"}},{"kind":"Field","name":{"kind":"Name","value":"rate"}},{"kind":"Field","name":{"kind":"Name","value":"contractRent"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"amountMinor"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"scheduledRent"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"amountMinor"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lostRent"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"amountMinor"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]}}]} as unknown as DocumentNode<OccupancyNumbersFragment, unknown>;
export const PropertyChoiceFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PropertyChoice"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Property"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"isRetired"}},{"kind":"Field","name":{"kind":"Name","value":"unitCount"}},{"kind":"Field","name":{"kind":"Name","value":"address"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"line1"}},{"kind":"Field","name":{"kind":"Name","value":"line2"}},{"kind":"Field","name":{"kind":"Name","value":"postalCode"}},{"kind":"Field","name":{"kind":"Name","value":"city"}},{"kind":"Field","name":{"kind":"Name","value":"region"}},{"kind":"Field","name":{"kind":"Name","value":"country"}}]}},{"kind":"Field","name":{"kind":"Name","value":"company"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<PropertyChoiceFragment, unknown>;
export const DiscardImportDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DiscardImport"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DiscardImportInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"discardImport"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"import"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ImportFacts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ImportFacts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Import"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"isDryRun"}},{"kind":"Field","name":{"kind":"Name","value":"canImport"}},{"kind":"Field","name":{"kind":"Name","value":"layout"}},{"kind":"Field","name":{"kind":"Name","value":"failure"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}},{"kind":"Field","name":{"kind":"Name","value":"fileBytes"}},{"kind":"Field","name":{"kind":"Name","value":"fileKeptUntil"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"requestedAt"}},{"kind":"Field","name":{"kind":"Name","value":"finishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"rowsTotal"}},{"kind":"Field","name":{"kind":"Name","value":"rowsDone"}},{"kind":"Field","name":{"kind":"Name","value":"rowsAccepted"}},{"kind":"Field","name":{"kind":"Name","value":"rowsUnchanged"}},{"kind":"Field","name":{"kind":"Name","value":"rowsRejected"}},{"kind":"Field","name":{"kind":"Name","value":"propertiesCreated"}},{"kind":"Field","name":{"kind":"Name","value":"buildingsCreated"}},{"kind":"Field","name":{"kind":"Name","value":"unitsCreated"}},{"kind":"Field","name":{"kind":"Name","value":"corrections"}},{"kind":"Field","name":{"kind":"Name","value":"notices"}},{"kind":"Field","name":{"kind":"Name","value":"rejectedRowsUrl"}},{"kind":"Field","name":{"kind":"Name","value":"uploadedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<DiscardImportMutation, DiscardImportMutationVariables>;
export const ImportFindingsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ImportFindings"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ImportRowResultFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"import"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"rows"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"FindingPage"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"FindingPage"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ImportRowResultConnection"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"row"}},{"kind":"Field","name":{"kind":"Name","value":"column"}},{"kind":"Field","name":{"kind":"Name","value":"severity"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"suggestion"}}]}}]}}]} as unknown as DocumentNode<ImportFindingsQuery, ImportFindingsQueryVariables>;
export const ImportListDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ImportList"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ImportFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"sort"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ImportSort"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"imports"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"sort"},"value":{"kind":"Variable","name":{"kind":"Name","value":"sort"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ImportFacts"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ImportFacts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Import"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"isDryRun"}},{"kind":"Field","name":{"kind":"Name","value":"canImport"}},{"kind":"Field","name":{"kind":"Name","value":"layout"}},{"kind":"Field","name":{"kind":"Name","value":"failure"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}},{"kind":"Field","name":{"kind":"Name","value":"fileBytes"}},{"kind":"Field","name":{"kind":"Name","value":"fileKeptUntil"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"requestedAt"}},{"kind":"Field","name":{"kind":"Name","value":"finishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"rowsTotal"}},{"kind":"Field","name":{"kind":"Name","value":"rowsDone"}},{"kind":"Field","name":{"kind":"Name","value":"rowsAccepted"}},{"kind":"Field","name":{"kind":"Name","value":"rowsUnchanged"}},{"kind":"Field","name":{"kind":"Name","value":"rowsRejected"}},{"kind":"Field","name":{"kind":"Name","value":"propertiesCreated"}},{"kind":"Field","name":{"kind":"Name","value":"buildingsCreated"}},{"kind":"Field","name":{"kind":"Name","value":"unitsCreated"}},{"kind":"Field","name":{"kind":"Name","value":"corrections"}},{"kind":"Field","name":{"kind":"Name","value":"notices"}},{"kind":"Field","name":{"kind":"Name","value":"rejectedRowsUrl"}},{"kind":"Field","name":{"kind":"Name","value":"uploadedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<ImportListQuery, ImportListQueryVariables>;
export const ImportWizardDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ImportWizard"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"withFindings"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"findings"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ImportRowResultFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"import"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ImportFacts"}},{"kind":"Field","name":{"kind":"Name","value":"proposedLayout"}},{"kind":"Field","name":{"kind":"Name","value":"mapping"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"column"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}},{"kind":"Field","name":{"kind":"Name","value":"proposedMapping"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"column"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}},{"kind":"Field","name":{"kind":"Name","value":"columns"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"MappedColumn"}}]}},{"kind":"Field","name":{"kind":"Name","value":"findingCounts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"severity"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}},{"kind":"Field","name":{"kind":"Name","value":"rows"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"findings"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"directives":[{"kind":"Directive","name":{"kind":"Name","value":"include"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"if"},"value":{"kind":"Variable","name":{"kind":"Name","value":"withFindings"}}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"FindingPage"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"importLayouts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"layout"}},{"kind":"Field","name":{"kind":"Name","value":"fields"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"isRequired"}},{"kind":"Field","name":{"kind":"Name","value":"canBeFixed"}},{"kind":"Field","name":{"kind":"Name","value":"choices"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ImportFacts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Import"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"isDryRun"}},{"kind":"Field","name":{"kind":"Name","value":"canImport"}},{"kind":"Field","name":{"kind":"Name","value":"layout"}},{"kind":"Field","name":{"kind":"Name","value":"failure"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}},{"kind":"Field","name":{"kind":"Name","value":"fileBytes"}},{"kind":"Field","name":{"kind":"Name","value":"fileKeptUntil"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"requestedAt"}},{"kind":"Field","name":{"kind":"Name","value":"finishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"rowsTotal"}},{"kind":"Field","name":{"kind":"Name","value":"rowsDone"}},{"kind":"Field","name":{"kind":"Name","value":"rowsAccepted"}},{"kind":"Field","name":{"kind":"Name","value":"rowsUnchanged"}},{"kind":"Field","name":{"kind":"Name","value":"rowsRejected"}},{"kind":"Field","name":{"kind":"Name","value":"propertiesCreated"}},{"kind":"Field","name":{"kind":"Name","value":"buildingsCreated"}},{"kind":"Field","name":{"kind":"Name","value":"unitsCreated"}},{"kind":"Field","name":{"kind":"Name","value":"corrections"}},{"kind":"Field","name":{"kind":"Name","value":"notices"}},{"kind":"Field","name":{"kind":"Name","value":"rejectedRowsUrl"}},{"kind":"Field","name":{"kind":"Name","value":"uploadedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MappedColumn"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ImportColumn"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"position"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"samples"}},{"kind":"Field","name":{"kind":"Name","value":"proposedField"}},{"kind":"Field","name":{"kind":"Name","value":"isProposalSure"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"FindingPage"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ImportRowResultConnection"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"row"}},{"kind":"Field","name":{"kind":"Name","value":"column"}},{"kind":"Field","name":{"kind":"Name","value":"severity"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"suggestion"}}]}}]}}]} as unknown as DocumentNode<ImportWizardQuery, ImportWizardQueryVariables>;
export const ImportColumnsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ImportColumns"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"layout"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ImportLayout"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"import"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"columns"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"layout"},"value":{"kind":"Variable","name":{"kind":"Name","value":"layout"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"MappedColumn"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MappedColumn"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ImportColumn"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"position"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"samples"}},{"kind":"Field","name":{"kind":"Name","value":"proposedField"}},{"kind":"Field","name":{"kind":"Name","value":"isProposalSure"}}]}}]} as unknown as DocumentNode<ImportColumnsQuery, ImportColumnsQueryVariables>;
export const ImportProgressDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ImportProgress"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"import"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ImportFacts"}},{"kind":"Field","name":{"kind":"Name","value":"findingCounts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"severity"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ImportFacts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Import"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"isDryRun"}},{"kind":"Field","name":{"kind":"Name","value":"canImport"}},{"kind":"Field","name":{"kind":"Name","value":"layout"}},{"kind":"Field","name":{"kind":"Name","value":"failure"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}},{"kind":"Field","name":{"kind":"Name","value":"fileBytes"}},{"kind":"Field","name":{"kind":"Name","value":"fileKeptUntil"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"requestedAt"}},{"kind":"Field","name":{"kind":"Name","value":"finishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"rowsTotal"}},{"kind":"Field","name":{"kind":"Name","value":"rowsDone"}},{"kind":"Field","name":{"kind":"Name","value":"rowsAccepted"}},{"kind":"Field","name":{"kind":"Name","value":"rowsUnchanged"}},{"kind":"Field","name":{"kind":"Name","value":"rowsRejected"}},{"kind":"Field","name":{"kind":"Name","value":"propertiesCreated"}},{"kind":"Field","name":{"kind":"Name","value":"buildingsCreated"}},{"kind":"Field","name":{"kind":"Name","value":"unitsCreated"}},{"kind":"Field","name":{"kind":"Name","value":"corrections"}},{"kind":"Field","name":{"kind":"Name","value":"notices"}},{"kind":"Field","name":{"kind":"Name","value":"rejectedRowsUrl"}},{"kind":"Field","name":{"kind":"Name","value":"uploadedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<ImportProgressQuery, ImportProgressQueryVariables>;
export const ImportPortfolioDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ImportPortfolio"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ImportPortfolioInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"importPortfolio"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"import"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ImportFacts"}},{"kind":"Field","name":{"kind":"Name","value":"mapping"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"column"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ImportFacts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Import"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"isDryRun"}},{"kind":"Field","name":{"kind":"Name","value":"canImport"}},{"kind":"Field","name":{"kind":"Name","value":"layout"}},{"kind":"Field","name":{"kind":"Name","value":"failure"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}},{"kind":"Field","name":{"kind":"Name","value":"fileBytes"}},{"kind":"Field","name":{"kind":"Name","value":"fileKeptUntil"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"requestedAt"}},{"kind":"Field","name":{"kind":"Name","value":"finishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"rowsTotal"}},{"kind":"Field","name":{"kind":"Name","value":"rowsDone"}},{"kind":"Field","name":{"kind":"Name","value":"rowsAccepted"}},{"kind":"Field","name":{"kind":"Name","value":"rowsUnchanged"}},{"kind":"Field","name":{"kind":"Name","value":"rowsRejected"}},{"kind":"Field","name":{"kind":"Name","value":"propertiesCreated"}},{"kind":"Field","name":{"kind":"Name","value":"buildingsCreated"}},{"kind":"Field","name":{"kind":"Name","value":"unitsCreated"}},{"kind":"Field","name":{"kind":"Name","value":"corrections"}},{"kind":"Field","name":{"kind":"Name","value":"notices"}},{"kind":"Field","name":{"kind":"Name","value":"rejectedRowsUrl"}},{"kind":"Field","name":{"kind":"Name","value":"uploadedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<ImportPortfolioMutation, ImportPortfolioMutationVariables>;
