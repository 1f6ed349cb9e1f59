import { ApolloClient, ApolloLink, HttpLink } from '@apollo/client';
import { SetContextLink } from '@apollo/client/link/context';
import { makeCache } from './cache';
import { sessionLink } from './session-link';
import { VIEW_AS_COOKIE } from '@/session/view-as-cookie';

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

/** A client for one organization (or for none, before there is one). Tokens are never seen here: the cookie is the session. */
export function makeClient(organization?: string): ApolloClient {
  const headers = new SetContextLink(({ headers: given }) => {
    const viewAs = organization && cookieOf(VIEW_AS_COOKIE);
    return {
      headers: {
        ...given,
        ...(organization ? { 'x-organization-id': organization } : {}),
        ...(viewAs ? { 'x-view-as': viewAs } : {}),
      },
    };
  });
  return new ApolloClient({
    link: ApolloLink.from([
      sessionLink,
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

function cookieOf(name: string): string | undefined {
  if (typeof document === 'undefined') return undefined;
  const found = document.cookie.split('; ').find((pair) => pair.startsWith(`${name}=`));
  return found?.slice(name.length + 1) || undefined;
}
