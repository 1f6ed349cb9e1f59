import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { createLoader } from 'nuqs/server';
import type { SearchParams } from 'nuqs/server';
import { preload } from '@/graph/preload';
import { ImportListDocument } from '@/imports/gql/graphql';
import { importListAddress, importListVariables } from '@/imports/import-list/address';
import { ImportListPage } from '@/imports/import-list/import-list-page';

const load = createLoader(importListAddress);

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('imports.list'))('title') };
}

export default async function ImportListRoute(props: {
  params: Promise<{ organization: string }>;
  searchParams: Promise<SearchParams>;
}) {
  const { organization } = await props.params;
  const variables = importListVariables(await load(props.searchParams));
  return <ImportListPage preloaded={await preload(organization, ImportListDocument, variables)} />;
}
