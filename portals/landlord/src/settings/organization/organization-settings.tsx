'use client';

import { useApolloClient } from '@apollo/client/react';
import { Button, Group, Stack, Text } from '@mantine/core';
import { Facts, Section, UiLink } from '@propertea/ui';
import { useFormatter, useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useSession, useTo } from '@/session/session-provider';
import { HistoryList } from '@/shared/history/history-list';
import { usePages } from '@/shared/list/use-pages';
import { notify } from '@/shell/notify';
import { SettingsDocument } from '../gql/graphql';
import type { OrganizationFieldsFragment } from '../gql/graphql';
import { useChangeOrganizationMutation, useOrganizationHistoryQuery } from '../gql/hooks';
import { changeOrganization } from '../gql/rules';
import { NameForm } from '../name-form';

/** What the organization is called and what happened to it; administrators change it. */
export function OrganizationSettings(props: { organization: OrganizationFieldsFragment }) {
  const { organization } = props;
  const t = useTranslations('settings');
  const format = useFormatter();
  const client = useApolloClient();
  const router = useRouter();
  const { rights } = useSession();
  const to = useTo();
  const history = useOrganizationHistoryQuery({
    variables: { id: organization.id },
    fetchPolicy: 'cache-and-network',
  });
  const pages = usePages(history, (data) => data.organization?.history);
  const [change] = useChangeOrganizationMutation();
  const since = format.dateTime(new Date(organization.createdAt), { dateStyle: 'long' });
  return (
    <Stack>
      <Section title={t('tabs.organization')}>
        <Stack>
          <Facts
            columns={1}
            facts={[
              ...(rights.mayAdminister
                ? []
                : [[t('organization.name'), organization.name] as const]),
              [t('organization.since'), since],
            ]}
          />
          {rights.mayAdminister && (
            <NameForm
              label={t('organization.name')}
              description={t('organization.nameWhat')}
              autoComplete="organization"
              rules={changeOrganization}
              current={organization}
              send={async (changed) => {
                const input = { ...changed, organizationId: organization.id };
                const { data } = await change({ variables: { input } });
                return data?.changeOrganization?.errors;
              }}
              reload={async () => {
                const { data } = await client.query({
                  query: SettingsDocument,
                  variables: { organization: organization.id },
                  fetchPolicy: 'network-only',
                });
                return data?.organization ?? undefined;
              }}
              onDone={() => {
                void notify({ message: t('saved') });
                void history.refetch().catch(() => undefined);
                router.refresh();
              }}
            />
          )}
        </Stack>
      </Section>
      {rights.isAdministrator && (
        <Section title={t('organization.programs')}>
          <Stack gap="xs">
            <Text>{t('organization.programsWhat')}</Text>
            <Group>
              <Button component={UiLink} href={to('/settings/api-clients')} variant="default">
                {t('organization.apiClients')}
              </Button>
            </Group>
          </Stack>
        </Section>
      )}
      <Section title={t('organization.history')}>
        <HistoryList pages={pages} />
      </Section>
    </Stack>
  );
}
