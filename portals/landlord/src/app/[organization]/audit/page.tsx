import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { createLoader } from 'nuqs/server';
import type { SearchParams } from 'nuqs/server';
import { preload } from '@/graph/preload';
import { auditAddress, auditVariables } from '@/organizations/audit/address';
import { AuditPage } from '@/organizations/audit/audit-page';
import { AuditLogDocument } from '@/organizations/gql/graphql';

const load = createLoader(auditAddress);

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('audit'))('title') };
}

export default async function AuditRoute(props: {
  params: Promise<{ organization: string }>;
  searchParams: Promise<SearchParams>;
}) {
  const { organization } = await props.params;
  const address = await load(props.searchParams);
  // Days depend on the person's time zone, which the page knows.
  if (address.from || address.until) return <AuditPage preloaded={undefined} />;
  const variables = auditVariables(address, 'UTC');
  return <AuditPage preloaded={await preload(organization, AuditLogDocument, variables)} />;
}
