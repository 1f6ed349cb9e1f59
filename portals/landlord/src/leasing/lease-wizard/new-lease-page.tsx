'use client';

import { LoadingLines, PageHeader } from '@propertea/ui';
import { Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { Preloaded } from '@/graph/preload';
import { useSeed } from '@/graph/use-seed';
import { useSession, useTo } from '@/session/session-provider';
import { NewLeaseDocument } from '../gql/graphql';
import type { NewLeaseQuery, NewLeaseQueryVariables } from '../gql/graphql';
import { useNewLeaseQuery } from '../gql/hooks';
import { Wizard } from './wizard';

/** A new lease, of the unit that the address names. */
export function NewLeasePage(props: {
  preloaded: Preloaded<NewLeaseQuery, NewLeaseQueryVariables>;
}) {
  const { variables } = props.preloaded;
  const t = useTranslations('leasing.wizard');
  const tList = useTranslations('leasing.list');
  const to = useTo();
  const { rights } = useSession();
  useSeed(NewLeaseDocument, props.preloaded);
  const { data, loading } = useNewLeaseQuery({ variables, skip: !variables.withUnit });
  const unit = data?.unit?.rentableUnit ?? null;
  return (
    <>
      <PageHeader title={t('title')} crumbs={[{ title: tList('title'), href: to('/leases') }]} />
      {!rights.mayLet() ? (
        <Text>{t('mayNot')}</Text>
      ) : loading ? (
        <LoadingLines />
      ) : (
        <Wizard unit={unit?.isRetired ? null : unit} />
      )}
    </>
  );
}
