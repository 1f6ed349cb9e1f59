import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { createLoader } from 'nuqs/server';
import type { SearchParams } from 'nuqs/server';
import { preload } from '@/graph/preload';
import { RenewalBoardDocument } from '@/leasing/gql/graphql';
import { boardAddress, boardVariables } from '@/leasing/renewal-board/address';
import { RenewalBoardPage } from '@/leasing/renewal-board/renewal-board-page';
import { utcToday } from '@/shared/days/days';

const load = createLoader(boardAddress);

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('leasing.board'))('title') };
}

export default async function RenewalBoardRoute(props: {
  params: Promise<{ organization: string }>;
  searchParams: Promise<SearchParams>;
}) {
  const { organization } = await props.params;
  const today = utcToday();
  const variables = boardVariables(await load(props.searchParams), today);
  const preloaded = await preload(organization, RenewalBoardDocument, variables);
  return <RenewalBoardPage today={today} preloaded={preloaded} />;
}
