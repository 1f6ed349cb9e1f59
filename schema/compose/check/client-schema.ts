import { buildSchema } from 'graphql';
import type { GraphQLSchema } from 'graphql';

/** What the doors add to the api schema for those who write operations. */
const OF_THE_DOORS =
  'directive @defer(label: String, if: Boolean! = true) on FRAGMENT_SPREAD | INLINE_FRAGMENT';

/** The schema that documents are written against. */
export function clientSchema(apiSdl: string): GraphQLSchema {
  return buildSchema(`${apiSdl}\n${OF_THE_DOORS}`);
}
