'use client';

import { createContext, use, useMemo } from 'react';
import type { ReactNode } from 'react';
import type { SessionQuery } from './gql/graphql';
import { rightsOf } from './rights';
import type { Rights } from './rights';

export type Viewer = NonNullable<SessionQuery['viewer']>;
export type Membership = NonNullable<Viewer['memberships']>['nodes'][number];

export type CurrentViewAs = NonNullable<SessionQuery['currentViewAs']>;

export interface Session {
  viewer: Viewer;
  organization: { id: string; name: string };
  /** All the organizations of the person. */
  organizations: readonly { id: string; name: string }[];
  rights: Rights;
  /** Through whose eyes the portal is seen, where it is not through the person's own. */
  viewAs: CurrentViewAs | null;
}

const Context = createContext<Session | null>(null);

/** Who looks, in which organization, with which rights; rights hide what would be refused, no more. */
export function SessionProvider(props: {
  viewer: Viewer;
  membership: Membership;
  viewAs?: CurrentViewAs | null;
  children: ReactNode;
}) {
  const { viewer, membership, viewAs = null } = props;
  const session = useMemo(
    () => ({
      viewer,
      organization: membership.organization ?? { id: '', name: '' },
      organizations: (viewer.memberships?.nodes ?? []).flatMap(
        ({ organization }) => organization ?? [],
      ),
      rights: viewAs ? rightsOf(viewAs.grants, true) : rightsOf(membership.grants),
      viewAs,
    }),
    [viewer, membership, viewAs],
  );
  return <Context value={session}>{props.children}</Context>;
}

/** @throws Error outside of the pages of an organization */
export function useSession(): Session {
  const session = use(Context);
  if (!session) throw new Error('There is no organization here');
  return session;
}

/** The path of a page of this organization, such as `to('/properties')`. */
export function useTo(): (path: string) => string {
  const { organization } = useSession();
  return (path) => `/${organization.id}${path === '/' ? '' : path}`;
}
