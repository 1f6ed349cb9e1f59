import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { createLoader } from 'nuqs/server';
import type { SearchParams } from 'nuqs/server';
import { preload } from '@/graph/preload';
import { PropertyListDocument } from '@/properties/gql/graphql';
import { propertyListAddress, propertyListVariables } from '@/properties/property-list/address';
import { PropertyListPage } from '@/properties/property-list/property-list-page';

const load = createLoader(propertyListAddress);

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('properties.list'))('title') };
}

export default async function PropertyListRoute(props: {
  params: Promise<{ organization: string }>;
  searchParams: Promise<SearchParams>;
}) {
  const { organization } = await props.params;
  const variables = propertyListVariables(await load(props.searchParams));
  return (
    <PropertyListPage preloaded={await preload(organization, PropertyListDocument, variables)} />
  );
}
