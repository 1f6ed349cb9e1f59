import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { createLoader } from 'nuqs/server';
import type { SearchParams } from 'nuqs/server';
import { preload } from '@/graph/preload';
import { BuildingListDocument } from '@/properties/gql/graphql';
import { buildingListAddress, buildingListVariables } from '@/properties/building-list/address';
import { BuildingListPage } from '@/properties/building-list/building-list-page';

const load = createLoader(buildingListAddress);

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('buildings.list'))('title') };
}

export default async function BuildingListRoute(props: {
  params: Promise<{ organization: string }>;
  searchParams: Promise<SearchParams>;
}) {
  const { organization } = await props.params;
  const variables = buildingListVariables(await load(props.searchParams));
  return (
    <BuildingListPage preloaded={await preload(organization, BuildingListDocument, variables)} />
  );
}
