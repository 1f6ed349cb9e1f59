import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { preload } from '@/graph/preload';
import { LeasePageDocument } from '@/leasing/gql/graphql';
import { LeasePage } from '@/leasing/lease-page/lease-page';

interface Props {
  params: Promise<{ organization: string; id: string }>;
}

// Once a request, for the title and for the page.
const load = cache((organization: string, id: string) =>
  preload(organization, LeasePageDocument, { id }),
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { organization, id } = await params;
  const { data } = await load(organization, id);
  return { title: data?.lease?.number ?? (await getTranslations('leasing.page'))('title') };
}

export default async function LeaseRoute({ params }: Props) {
  const { organization, id } = await params;
  const preloaded = await load(organization, id);
  if (preloaded.data && !preloaded.data.lease) notFound();
  return <LeasePage id={id} preloaded={preloaded} />;
}
