import 'server-only';
import { cache } from 'react';
import { ask, viewAsOf } from '@/graph/ask';
import { SessionDocument } from './gql/graphql';

/** Who looks at this page, asked for once however many of its parts want to know. */
export const readSession = cache(async (organization: string | undefined) => {
  const viewAs = organization ? await viewAsOf() : null;
  return ask(organization, SessionDocument, { isViewingAs: viewAs !== null });
});
