import 'server-only';
import { cache } from 'react';
import { ask, viewAsOf } from '@/graph/ask';
import { SessionDocument } from './gql/graphql';
import { rightsOf } from './rights';
import type { Rights } from './rights';

/** Who looks at this page, asked for once however many of its parts want to know. */
export const readSession = cache(async (organization: string | undefined) => {
  const viewAs = organization ? await viewAsOf() : null;
  return ask(organization, SessionDocument, { isViewingAs: viewAs !== null });
});

/** What they may do there, as far as a route has to know; undefined for no member. */
export async function readRights(organization: string): Promise<Rights | undefined> {
  const { data } = await readSession(organization);
  if (data?.currentViewAs) return rightsOf(data.currentViewAs.grants, true);
  const membership = data?.viewer?.memberships?.nodes.find(
    (one) => one.organization?.id === organization,
  );
  return membership && rightsOf(membership.grants);
}
