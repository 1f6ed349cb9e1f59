import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { createLoader } from 'nuqs/server';
import type { SearchParams } from 'nuqs/server';
import { preload } from '@/graph/preload';
import { AvailabilityDocument } from '@/leasing/gql/graphql';
import { timelineAddress, timelineVariables } from '@/leasing/availability/address';
import { AvailabilityPage } from '@/leasing/availability/availability-page';
import { utcToday } from '@/shared/days/days';

const load = createLoader(timelineAddress);

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('leasing.availability'))('title') };
}

export default async function AvailabilityRoute(props: {
  params: Promise<{ organization: string }>;
  searchParams: Promise<SearchParams>;
}) {
  const { organization } = await props.params;
  const today = utcToday();
  const variables = timelineVariables(await load(props.searchParams), today);
  const preloaded = await preload(organization, AvailabilityDocument, variables);
  return <AvailabilityPage today={today} preloaded={preloaded} />;
}
