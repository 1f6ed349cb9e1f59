import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { preload } from '@/graph/preload';
import { BuildingPageDocument } from '@/properties/gql/graphql';
import { buildingText } from '@/properties/unit-place/address-text';
import { BuildingPage } from '@/properties/building-page/building-page';

interface Props {
  params: Promise<{ organization: string; id: string }>;
}

/** Once a request, for the title and for the page. */
const load = cache((organization: string, id: string) =>
  preload(organization, BuildingPageDocument, { id }),
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { organization, id } = await params;
  const { data } = await load(organization, id);
  const t = await getTranslations('buildings');
  const building = data?.building;
  return {
    title: building
      ? `${t('page.title', { name: buildingText(building) })} · ${building.property.name}`
      : t('list.title'),
  };
}

export default async function BuildingRoute({ params }: Props) {
  const { organization, id } = await params;
  const preloaded = await load(organization, id);
  if (preloaded.data && !preloaded.data.building) notFound();
  return <BuildingPage key={id} id={id} preloaded={preloaded} />;
}
