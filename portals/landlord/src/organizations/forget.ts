import type { ApolloCache } from '@apollo/client';

/** For a mutation: the history of what it changed is asked for again when it is next shown. */
export function forgetHistory(object: { __typename: string; id: string }) {
  return (cache: ApolloCache): void => {
    cache.evict({ id: cache.identify(object), fieldName: 'history' });
  };
}

/** For a mutation: lists in which an object appears or disappears are asked for again when they are next shown. */
export function forgetLists(...fields: readonly string[]) {
  return (cache: ApolloCache): void => {
    for (const fieldName of fields) cache.evict({ id: 'ROOT_QUERY', fieldName });
  };
}
