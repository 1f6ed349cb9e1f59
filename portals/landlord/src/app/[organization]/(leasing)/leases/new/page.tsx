import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { createLoader, parseAsString } from 'nuqs/server';
import type { SearchParams } from 'nuqs/server';
import { preload } from '@/graph/preload';
import { NewLeaseDocument } from '@/leasing/gql/graphql';
import { NewLeasePage } from '@/leasing/lease-wizard/new-lease-page';

const load = createLoader({ unit: parseAsString });

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('leasing.wizard'))('title') };
}

export default async function NewLeaseRoute(props: {
  params: Promise<{ organization: string }>;
  searchParams: Promise<SearchParams>;
}) {
  const { organization } = await props.params;
  const { unit } = await load(props.searchParams);
  const variables = { unit: unit ?? '', withUnit: unit !== null };
  return <NewLeasePage preloaded={await preload(organization, NewLeaseDocument, variables)} />;
}
