import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { createLoader } from 'nuqs/server';
import type { SearchParams } from 'nuqs/server';
import { preload } from '@/graph/preload';
import { LeaseCalendarDocument } from '@/leasing/gql/graphql';
import { calendarAddress, calendarVariables } from '@/leasing/calendar/address';
import { CalendarPage } from '@/leasing/calendar/calendar-page';
import { utcToday } from '@/shared/days/days';

const load = createLoader(calendarAddress);

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('leasing.calendar'))('title') };
}

export default async function CalendarRoute(props: {
  params: Promise<{ organization: string }>;
  searchParams: Promise<SearchParams>;
}) {
  const { organization } = await props.params;
  const today = utcToday();
  const variables = calendarVariables(await load(props.searchParams), today);
  const preloaded = await preload(organization, LeaseCalendarDocument, variables);
  return <CalendarPage today={today} preloaded={preloaded} />;
}
