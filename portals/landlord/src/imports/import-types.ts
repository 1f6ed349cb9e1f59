import type { ImportFactsFragment } from './gql/graphql';

/** What lists and the wizard know of an import. */
export type ImportFacts = ImportFactsFragment;
