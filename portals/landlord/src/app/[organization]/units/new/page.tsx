import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { createLoader, parseAsString } from 'nuqs/server';
import type { SearchParams } from 'nuqs/server';
import { preload } from '@/graph/preload';
import { NewUnitDocument } from '@/properties/gql/graphql';
import { NewUnitPage } from '@/properties/unit-form/new-unit-page';

const load = createLoader({ property: parseAsString, building: parseAsString });

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('units.form'))('create') };
}

export default async function NewUnitRoute(props: {
  params: Promise<{ organization: string }>;
  searchParams: Promise<SearchParams>;
}) {
  const { organization } = await props.params;
  const { property, building } = await load(props.searchParams);
  const variables = {
    property: property ?? '',
    withProperty: property !== null,
    building: building ?? '',
    withBuilding: building !== null,
  };
  return <NewUnitPage preloaded={await preload(organization, NewUnitDocument, variables)} />;
}
