import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DashboardPage } from '@/dashboard/dashboard-page';
import { DashboardDocument } from '@/dashboard/gql/graphql';
import { preload } from '@/graph/preload';
import { readRights } from '@/session/read-session';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('shell.places'))('dashboard') };
}

export default async function DashboardRoute(props: { params: Promise<{ organization: string }> }) {
  const { organization } = await props.params;
  // Who may import nothing is refused even to look at imports.
  const withImports = (await readRights(organization))?.mayImport ?? false;
  return (
    <DashboardPage preloaded={await preload(organization, DashboardDocument, { withImports })} />
  );
}
