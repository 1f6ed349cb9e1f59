import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { createLoader, parseAsString } from 'nuqs/server';
import type { SearchParams } from 'nuqs/server';
import { preload } from '@/graph/preload';
import { NewBuildingDocument } from '@/properties/gql/graphql';
import { NewBuildingPage } from '@/properties/building-form/new-building-page';

const load = createLoader({ property: parseAsString });

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('buildings.form'))('create') };
}

export default async function NewBuildingRoute(props: {
  params: Promise<{ organization: string }>;
  searchParams: Promise<SearchParams>;
}) {
  const { organization } = await props.params;
  const { property } = await load(props.searchParams);
  const preloaded = property
    ? await preload(organization, NewBuildingDocument, { property })
    : undefined;
  return <NewBuildingPage property={property} preloaded={preloaded} />;
}
