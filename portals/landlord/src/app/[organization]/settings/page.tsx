import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { preload } from '@/graph/preload';
import { SettingsDocument } from '@/settings/gql/graphql';
import { SettingsPage } from '@/settings/settings-page';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings'))('title') };
}

export default async function SettingsRoute(props: { params: Promise<{ organization: string }> }) {
  const { organization } = await props.params;
  return (
    <SettingsPage preloaded={await preload(organization, SettingsDocument, { organization })} />
  );
}
