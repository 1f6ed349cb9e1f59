'use client';

import { Alert, Tabs } from '@mantine/core';
import { LoadingLines, PageHeader } from '@propertea/ui';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useQueryState } from 'nuqs';
import type { ReactNode } from 'react';
import type { Preloaded } from '@/graph/preload';
import { useSeed } from '@/graph/use-seed';
import { useSession } from '@/session/session-provider';
import { Failure } from '@/shared/failure/failure';
import { SETTINGS_TABS, settingsTab } from './address';
import type { SettingsTab } from './address';
import { SettingsDocument } from './gql/graphql';
import type { SettingsQuery, SettingsQueryVariables } from './gql/graphql';
import { useSettingsQuery } from './gql/hooks';
import { OrganizationSettings } from './organization/organization-settings';
import { ProfileSettings } from './profile/profile-settings';

const loading = () => <LoadingLines rows={4} />;
// Few visits need these; and what a browser keeps for itself only the browser knows.
const PreferenceSettings = dynamic(() => import('./preferences/preference-settings'), {
  ssr: false,
  loading,
});
const PrivacySettings = dynamic(() => import('./privacy/privacy-settings'), { loading });

/** What a person sets for themselves, and an administrator for the organization. */
export function SettingsPage(props: {
  preloaded: Preloaded<SettingsQuery, SettingsQueryVariables>;
}) {
  const t = useTranslations('settings');
  const { organization, rights } = useSession();
  const [tab, setTab] = useQueryState('tab', settingsTab);
  useSeed(SettingsDocument, props.preloaded);
  const {
    data,
    loading: isLoading,
    error,
    refetch,
  } = useSettingsQuery({
    variables: { organization: organization.id },
  });
  const retry = () => void refetch().catch(() => undefined);
  const missing = isLoading ? <LoadingLines /> : <Failure failure={error} retry={retry} />;
  const viewer = data?.viewer;
  const panels: Record<SettingsTab, ReactNode> = {
    profile: viewer ? <ProfileSettings viewer={viewer} /> : missing,
    preferences: viewer ? <PreferenceSettings viewer={viewer} /> : missing,
    organization: data?.organization ? (
      <OrganizationSettings organization={data.organization} />
    ) : (
      missing
    ),
    privacy: <PrivacySettings />,
  };
  return (
    <>
      <PageHeader title={t('title')} />
      {rights.isReadOnly && (
        <Alert color="yellow" variant="light" mb="md">
          {t('readOnly')}
        </Alert>
      )}
      <Tabs
        value={tab}
        onChange={(value) => void setTab(SETTINGS_TABS.find((one) => one === value) ?? null)}
        keepMounted={false}
      >
        <Tabs.List aria-label={t('title')}>
          {SETTINGS_TABS.map((value) => (
            <Tabs.Tab key={value} value={value}>
              {t(`tabs.${value}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {SETTINGS_TABS.map((value) => (
          <Tabs.Panel key={value} value={value} pt="md" maw="48rem">
            {panels[value]}
          </Tabs.Panel>
        ))}
      </Tabs>
    </>
  );
}
