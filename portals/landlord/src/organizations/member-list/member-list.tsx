'use client';

import { useApolloClient } from '@apollo/client/react';
import { EmptyState } from '@propertea/ui';
import { useTranslations } from 'next-intl';
import { useQueryStates } from 'nuqs';
import type { Preloaded } from '@/graph/preload';
import { useSeed } from '@/graph/use-seed';
import { ObjectList } from '@/shared/list/object-list';
import { usePages } from '@/shared/list/use-pages';
import { MemberListDocument } from '../gql/graphql';
import type { MemberListQuery, MemberListQueryVariables } from '../gql/graphql';
import { useMemberListQuery } from '../gql/hooks';
import { memberListAddress, memberListVariables } from './address';
import { useMemberColumns } from './columns';

/** The members, with what they may do and how far. */
export function MemberList(props: {
  preloaded: Preloaded<MemberListQuery, MemberListQueryVariables> | undefined;
  onOpen: (id: string) => void;
}) {
  const t = useTranslations('members');
  const client = useApolloClient();
  const [address, setAddress] = useQueryStates(memberListAddress);
  const variables = memberListVariables(address);
  useSeed(MemberListDocument, props.preloaded);
  const pages = usePages(useMemberListQuery({ variables }), ({ members }) => members);
  return (
    <ObjectList
      name="members"
      caption={t('title')}
      searchLabel={t('search')}
      columns={useMemberColumns(props.onOpen)}
      rowName={({ user }) => user?.name ?? t('erased')}
      pages={pages}
      address={address}
      onAddress={(change) => void setAddress(change)}
      isFiltered={Boolean(address.q)}
      onClearFilters={() => void setAddress({ q: null })}
      loadForExport={async (after) => {
        const { data, error } = await client.query({
          query: MemberListDocument,
          variables: { ...variables, first: 100, after },
          fetchPolicy: 'no-cache',
        });
        if (!data?.members) throw error ?? new Error('No answer');
        return data.members;
      }}
      empty={<EmptyState title={t('empty')} />}
    />
  );
}
