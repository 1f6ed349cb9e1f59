import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { createLoader } from 'nuqs/server';
import type { SearchParams } from 'nuqs/server';
import { preload } from '@/graph/preload';
import { RentRollDocument } from '@/leasing/gql/graphql';
import { rentRollAddress, rentRollVariables } from '@/leasing/rent-roll/address';
import { RentRollPage } from '@/leasing/rent-roll/rent-roll-page';

const load = createLoader(rentRollAddress);

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('leasing.rentRoll'))('title') };
}

export default async function RentRollRoute(props: {
  params: Promise<{ organization: string }>;
  searchParams: Promise<SearchParams>;
}) {
  const { organization } = await props.params;
  const variables = rentRollVariables(await load(props.searchParams));
  const preloaded = await preload(organization, RentRollDocument, variables);
  return <RentRollPage preloaded={preloaded} />;
}
