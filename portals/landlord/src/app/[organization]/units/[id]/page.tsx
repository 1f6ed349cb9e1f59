import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { preload } from '@/graph/preload';
import { UnitPageDocument } from '@/properties/gql/graphql';
import { UnitPage } from '@/properties/unit-page/unit-page';

interface Props {
  params: Promise<{ organization: string; id: string }>;
}

// Once a request, for the title and for the page.
const load = cache((organization: string, id: string) =>
  preload(organization, UnitPageDocument, { id }),
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { organization, id } = await params;
  const { data } = await load(organization, id);
  return { title: data?.unit?.reference ?? (await getTranslations('units.page'))('title') };
}

export default async function UnitRoute({ params }: Props) {
  const { organization, id } = await params;
  const preloaded = await load(organization, id);
  if (preloaded.data && !preloaded.data.unit) notFound();
  return <UnitPage id={id} preloaded={preloaded} />;
}
