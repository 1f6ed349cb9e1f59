import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { createLoader } from 'nuqs/server';
import type { SearchParams } from 'nuqs/server';
import { preload } from '@/graph/preload';
import { apiClientListAddress, apiClientListVariables } from '@/organizations/api-clients/address';
import { ApiClientListPage } from '@/organizations/api-clients/api-client-list-page';
import { ApiClientListDocument } from '@/organizations/gql/graphql';

const load = createLoader(apiClientListAddress);

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('apiClients'))('title') };
}

export default async function ApiClientsRoute(props: {
  params: Promise<{ organization: string }>;
  searchParams: Promise<SearchParams>;
}) {
  const { organization } = await props.params;
  const variables = apiClientListVariables(await load(props.searchParams));
  return (
    <ApiClientListPage preloaded={await preload(organization, ApiClientListDocument, variables)} />
  );
}
