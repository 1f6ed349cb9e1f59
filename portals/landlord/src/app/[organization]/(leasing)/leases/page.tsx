import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { createLoader } from 'nuqs/server';
import type { SearchParams } from 'nuqs/server';
import { preload } from '@/graph/preload';
import { LeaseListDocument } from '@/leasing/gql/graphql';
import { leaseListAddress, leaseListVariables } from '@/leasing/lease-list/address';
import { LeaseListPage } from '@/leasing/lease-list/lease-list-page';
import { utcToday } from '@/shared/days/days';

const load = createLoader(leaseListAddress);

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('leasing.list'))('title') };
}

export default async function LeaseListRoute(props: {
  params: Promise<{ organization: string }>;
  searchParams: Promise<SearchParams>;
}) {
  const { organization } = await props.params;
  const today = utcToday();
  const variables = leaseListVariables(await load(props.searchParams), today);
  const preloaded = await preload(organization, LeaseListDocument, variables);
  return <LeaseListPage today={today} preloaded={preloaded} />;
}
