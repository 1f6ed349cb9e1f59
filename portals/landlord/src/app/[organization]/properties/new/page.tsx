import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { createLoader, parseAsString } from 'nuqs/server';
import type { SearchParams } from 'nuqs/server';
import { preload } from '@/graph/preload';
import { NewPropertyDocument } from '@/properties/gql/graphql';
import { NewPropertyPage } from '@/properties/property-form/new-property-page';

const load = createLoader({ company: parseAsString });

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('properties.form'))('create') };
}

export default async function NewPropertyRoute(props: {
  params: Promise<{ organization: string }>;
  searchParams: Promise<SearchParams>;
}) {
  const { organization } = await props.params;
  const { company } = await load(props.searchParams);
  const preloaded = company
    ? await preload(organization, NewPropertyDocument, { company })
    : undefined;
  return <NewPropertyPage company={company} preloaded={preloaded} />;
}
