import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { preload } from '@/graph/preload';
import { PropertyPageDocument } from '@/properties/gql/graphql';
import { PropertyPage } from '@/properties/property-page/property-page';

interface Props {
  params: Promise<{ organization: string; id: string }>;
}

/** Once a request, for the title and for the page. */
const load = cache((organization: string, id: string) =>
  preload(organization, PropertyPageDocument, { id }),
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { organization, id } = await params;
  const { data } = await load(organization, id);
  return { title: data?.property?.name ?? (await getTranslations('properties.list'))('title') };
}

export default async function PropertyRoute({ params }: Props) {
  const { organization, id } = await params;
  const preloaded = await load(organization, id);
  if (preloaded.data && !preloaded.data.property) notFound();
  return <PropertyPage key={id} id={id} preloaded={preloaded} />;
}
