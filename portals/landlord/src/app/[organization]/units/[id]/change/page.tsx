import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { preload } from '@/graph/preload';
import { UnitFormDocument } from '@/properties/gql/graphql';
import { ChangeUnitPage } from '@/properties/unit-form/change-unit-page';

interface Props {
  params: Promise<{ organization: string; id: string }>;
}

const load = cache((organization: string, id: string) =>
  preload(organization, UnitFormDocument, { id }),
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { organization, id } = await params;
  const { data } = await load(organization, id);
  const t = await getTranslations('units.form');
  return { title: t('change', { reference: data?.unit?.reference ?? '' }) };
}

export default async function ChangeUnitRoute({ params }: Props) {
  const { organization, id } = await params;
  const preloaded = await load(organization, id);
  if (preloaded.data && !preloaded.data.unit) notFound();
  return <ChangeUnitPage id={id} preloaded={preloaded} />;
}
