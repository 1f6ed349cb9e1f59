'use client';

import type { ApolloClient } from '@apollo/client';
import { useApolloClient, useFragment } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { MemberFieldsFragmentDoc, MemberListDocument } from '../gql/graphql';
import type { MemberFieldsFragment, MemberListQuery } from '../gql/graphql';

/** A member by id: of what lists have brought, else looked for through all members. */
export function useMember(id: string): {
  member: MemberFieldsFragment | undefined;
  isLoading: boolean;
  /** Why nothing was found, where that has another reason than that there is no such member. */
  failure: unknown;
} {
  const client = useApolloClient();
  const { data, complete } = useFragment({
    fragment: MemberFieldsFragmentDoc,
    fragmentName: 'MemberFields',
    from: { __typename: 'Member', id },
  });
  const [looked, setLooked] = useState<{ id: string; failure?: unknown }>();
  useEffect(() => {
    if (complete || !id) return undefined;
    const search = new AbortController();
    lookFor(client, id, search.signal).then(
      () => setLooked({ id }),
      (failure: unknown) => setLooked({ id, failure }),
    );
    return () => search.abort();
  }, [client, complete, id]);
  return {
    member: complete ? data : undefined,
    isLoading: !complete && looked?.id !== id,
    failure: looked?.id === id ? looked.failure : undefined,
  };
}

/** Reads members into the cache until the one of this id is there, or no more are. */
async function lookFor(client: ApolloClient, id: string, signal: AbortSignal): Promise<void> {
  let after: string | null = null;
  do {
    const members: NonNullable<MemberListQuery['members']> = await page(client, after);
    if (members.nodes.some((member) => member.id === id)) return;
    after = members.pageInfo.hasNextPage ? members.pageInfo.endCursor : null;
  } while (after && !signal.aborted);
}

async function page(client: ApolloClient, after: string | null) {
  const { data, error } = await client.query({
    query: MemberListDocument,
    variables: { first: 100, after },
    fetchPolicy: 'network-only',
  });
  if (!data?.members) throw error ?? new Error('No answer');
  return data.members;
}
