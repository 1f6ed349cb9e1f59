import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { createLoader } from 'nuqs/server';
import type { SearchParams } from 'nuqs/server';
import { preload } from '@/graph/preload';
import { companyListAddress, companyListVariables } from '@/organizations/company-list/address';
import { CompanyListPage } from '@/organizations/company-list/company-list-page';
import { CompanyListDocument } from '@/organizations/gql/graphql';

const load = createLoader(companyListAddress);

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('companies.list'))('title') };
}

export default async function CompanyListRoute(props: {
  params: Promise<{ organization: string }>;
  searchParams: Promise<SearchParams>;
}) {
  const { organization } = await props.params;
  const variables = companyListVariables(await load(props.searchParams));
  return (
    <CompanyListPage preloaded={await preload(organization, CompanyListDocument, variables)} />
  );
}
