import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { preload } from '@/graph/preload';
import { CompanyPage } from '@/organizations/company/company-page';
import { CompanyPageDocument } from '@/organizations/gql/graphql';

interface Props {
  params: Promise<{ organization: string; id: string }>;
}

const load = cache((organization: string, id: string) =>
  preload(organization, CompanyPageDocument, { id }),
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { organization, id } = await params;
  const { data } = await load(organization, id);
  return { title: data?.company?.name ?? (await getTranslations('companies.list'))('title') };
}

export default async function CompanyRoute({ params }: Props) {
  const { organization, id } = await params;
  const preloaded = await load(organization, id);
  if (preloaded.data && !preloaded.data.company) notFound();
  return <CompanyPage id={id} preloaded={preloaded} />;
}
