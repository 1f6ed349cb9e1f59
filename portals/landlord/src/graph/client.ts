import { ApolloClient, ApolloLink, HttpLink } from '@apollo/client';
import { SetContextLink } from '@apollo/client/link/context';
import { makeCache } from './cache';
import { sessionLink } from './session-link';
import { viewAsLink } from './view-as-link';

declare module '@apollo/client' {
  namespace ApolloClient {
    namespace DeclareDefaultOptions {
      interface WatchQuery {
        errorPolicy: 'all';
      }
      interface Query {
        errorPolicy: 'all';
      }
      interface Mutate {
        errorPolicy: 'none';
      }
    }
  }
}

/**
 * A client for one organization (or for none, before there is one). Tokens are never seen here: the cookie is
 * the session. A page that began with another member's eyes keeps them whatever happens to the cookie: it
 * never shows more than it says.
 */
export function makeClient(organization?: string, viewAs?: string): ApolloClient {
  const headers = new SetContextLink(({ headers: given }) => ({
    headers: {
      ...given,
      ...(organization ? { 'x-organization-id': organization } : {}),
      ...(viewAs ? { 'x-view-as': viewAs } : {}),
    },
  }));
  return new ApolloClient({
    link: ApolloLink.from([
      sessionLink,
      ...(viewAs ? [viewAsLink] : []),
      headers,
      new HttpLink({ uri: '/graphql', credentials: 'same-origin' }),
    ]),
    cache: makeCache(),
    clientAwareness: { name: 'landlord-portal' },
    defaultOptions: {
      // A room that is down leaves the rest of an answer: pages show what there is.
      watchQuery: { errorPolicy: 'all' },
      query: { errorPolicy: 'all' },
      mutate: { errorPolicy: 'none' },
    },
  });
}
