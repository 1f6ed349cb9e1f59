import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { createLoader } from 'nuqs/server';
import type { SearchParams } from 'nuqs/server';
import { preload } from '@/graph/preload';
import { UnitListDocument } from '@/properties/gql/graphql';
import { unitListAddress, unitListVariables } from '@/properties/unit-list/address';
import { UnitListPage } from '@/properties/unit-list/unit-list-page';

const load = createLoader(unitListAddress);

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('units.list'))('title') };
}

export default async function UnitListRoute(props: {
  params: Promise<{ organization: string }>;
  searchParams: Promise<SearchParams>;
}) {
  const { organization } = await props.params;
  const variables = unitListVariables(await load(props.searchParams));
  return <UnitListPage preloaded={await preload(organization, UnitListDocument, variables)} />;
}
