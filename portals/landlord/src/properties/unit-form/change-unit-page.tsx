'use client';

import { Text } from '@mantine/core';
import { LoadingLines, PageHeader } from '@propertea/ui';
import { useTranslations } from 'next-intl';
import { notFound } from 'next/navigation';
import { useLive } from '@/graph/live/use-live';
import { useRefresher } from '@/graph/live/use-refresher';
import type { Preloaded } from '@/graph/preload';
import { useSeed } from '@/graph/use-seed';
import { useSession, useTo } from '@/session/session-provider';
import { Failure } from '@/shared/failure/failure';
import { LiveSign } from '@/shared/live/live-sign';
import { UnitFormChangesDocument, UnitFormDocument } from '../gql/graphql';
import type { UnitFormQuery, UnitFormQueryVariables } from '../gql/graphql';
import { useUnitFormQuery } from '../gql/hooks';
import { ChangeUnit } from './change-unit';

const SHOWN = [{ query: UnitFormDocument }];

/** The attributes of a unit, to be changed; another building moves it there. */
export function ChangeUnitPage(props: {
  id: string;
  preloaded: Preloaded<UnitFormQuery, UnitFormQueryVariables>;
}) {
  const t = useTranslations('units.form');
  const tList = useTranslations('units.list');
  const to = useTo();
  const { rights } = useSession();
  const { id, preloaded } = props;
  useSeed(UnitFormDocument, preloaded);
  const { data, loading, error, refetch } = useUnitFormQuery({ variables: { id } });
  const gap = useRefresher(SHOWN, { preloaded });
  useLive(UnitFormChangesDocument, { unitId: id }, { gap });
  const unit = data?.unit;
  if (!unit) {
    if (loading) return <LoadingLines />;
    if (!error) notFound();
    return <Failure failure={error} retry={() => void refetch().catch(() => undefined)} />;
  }
  const { property } = unit;
  const mayEdit = rights.mayEdit({ companyId: property.company?.id, propertyId: property.id });
  return (
    <>
      <PageHeader
        title={t('change', { reference: unit.reference })}
        badges={<LiveSign />}
        crumbs={[
          { title: tList('title'), href: to('/units') },
          { title: unit.reference, href: to(`/units/${unit.id}`) },
        ]}
      />
      {mayEdit ? (
        // Of another unit it is another form; a newer version of the same one is compared when it is sent.
        <ChangeUnit key={unit.id} unit={unit} />
      ) : (
        <Text>{t('mayNot')}</Text>
      )}
    </>
  );
}
