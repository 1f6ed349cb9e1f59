import { ApolloClient, ApolloLink, HttpLink } from '@apollo/client';
import { SetContextLink } from '@apollo/client/link/context';
import { OperationTypeNode } from 'graphql';
import { makeCache } from './cache';
import { DEFAULT_OPTIONS } from './default-options';
import { Live } from './live/live';
import { newTraceparent } from './traceparent';
import { sessionLink } from './session-link';
import { viewAsLink } from './view-as-link';

/**
 * A client for one organization (or for none, before there is one). Tokens are never seen here: the cookie is
 * the session. A page that began with another member's eyes keeps them whatever happens to the cookie: it
 * never shows more than it says.
 */
export function makeClient(
  organization?: string,
  viewAs?: string,
): { client: ApolloClient; live: Live } {
  const live = new Live(() => socketUrl(organization, viewAs), {
    isViewingAs: viewAs !== undefined,
  });
  const headers = new SetContextLink(({ headers: given }) => ({
    headers: {
      ...given,
      traceparent: newTraceparent(),
      ...(organization ? { 'x-organization-id': organization } : {}),
      ...(viewAs ? { 'x-view-as': viewAs } : {}),
    },
  }));
  const questions = ApolloLink.from([
    sessionLink,
    ...(viewAs ? [viewAsLink] : []),
    headers,
    new HttpLink({ uri: '/graphql', credentials: 'same-origin' }),
  ]);
  const client = new ApolloClient({
    link: ApolloLink.split(
      ({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION,
      live.link,
      questions,
    ),
    cache: makeCache(),
    clientAwareness: { name: 'landlord-portal' },
    defaultOptions: DEFAULT_OPTIONS,
  });
  return { client, live };
}

/** Handshakes of browsers carry no headers of ours: the address says which organization, and with whose eyes. */
function socketUrl(organization?: string, viewAs?: string): string {
  const url = new URL('/graphql', window.location.href);
  url.protocol = url.protocol.replace('http', 'ws');
  if (organization) url.searchParams.set('organization', organization);
  if (viewAs) url.searchParams.set('viewAs', viewAs);
  return url.href;
}
