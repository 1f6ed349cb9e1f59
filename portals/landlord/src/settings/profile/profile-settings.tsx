'use client';

import { useApolloClient } from '@apollo/client/react';
import { Stack, Text } from '@mantine/core';
import { Facts, Section } from '@propertea/ui';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useSession } from '@/session/session-provider';
import { notify } from '@/shell/notify';
import { SettingsDocument } from '../gql/graphql';
import type { OwnFieldsFragment } from '../gql/graphql';
import { useChangeProfileMutation } from '../gql/hooks';
import { changeProfile } from '../gql/rules';
import { NameForm } from '../name-form';

/** How a person is called, and the address they sign in with. */
export function ProfileSettings({ viewer }: { viewer: OwnFieldsFragment }) {
  const t = useTranslations('settings');
  const client = useApolloClient();
  const router = useRouter();
  const { organization, rights } = useSession();
  const [change] = useChangeProfileMutation();
  const facts = [
    ...(rights.isReadOnly ? [[t('profile.name'), viewer.name] as const] : []),
    [t('profile.email'), viewer.email] as const,
  ];
  return (
    <Section title={t('tabs.profile')}>
      <Stack>
        <Stack gap={4}>
          <Facts facts={facts} columns={1} />
          <Text size="xs" c="dimmed">
            {t('profile.emailWhat')}
          </Text>
        </Stack>
        {!rights.isReadOnly && (
          <NameForm
            label={t('profile.name')}
            description={t('profile.nameWhat')}
            autoComplete="name"
            rules={changeProfile}
            current={viewer}
            send={async (input) => {
              const { data } = await change({ variables: { input } });
              return data?.changeProfile?.errors;
            }}
            reload={async () => {
              const { data } = await client.query({
                query: SettingsDocument,
                variables: { organization: organization.id },
                fetchPolicy: 'network-only',
              });
              return data?.viewer ?? undefined;
            }}
            onDone={() => {
              void notify({ message: t('saved') });
              // The frame of the page says the name too.
              router.refresh();
            }}
          />
        )}
      </Stack>
    </Section>
  );
}
