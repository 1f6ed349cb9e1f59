'use client';

import { Button, Drawer, Group, Stack, Text, Title } from '@mantine/core';
import { IconKey, IconPencil, IconTrash } from '@tabler/icons-react';
import { EmptyState, Facts, LoadingLines, useUiTexts } from '@propertea/ui';
import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useSession } from '@/session/session-provider';
import { dialogOnDemand } from '@/shared/dialog/dialog-on-demand';
import type { DialogProps } from '@/shared/dialog/dialog-on-demand';
import { Failure } from '@/shared/failure/failure';
import { useGrantText } from '@/shared/grants/use-grant-text';
import { HistoryList } from '@/shared/history/history-list';
import { usePages } from '@/shared/list/use-pages';
import type { ApiClientFieldsFragment } from '../gql/graphql';
import { useApiClientHistoryQuery, useApiClientQuery } from '../gql/hooks';
import type { ApiClientDialogProps } from './api-client-dialog';
import { KeyList } from './key-list';
import type { RevokeApiClientProps } from './revoke-api-client';
import { StateBadge } from './state-badge';

export interface ApiClientDrawerProps extends DialogProps {
  id: string;
}

const ChangeApiClient = dialogOnDemand<ApiClientDialogProps>(() => import('./change-api-client'));
const RotateKey = dialogOnDemand<ApiClientDialogProps>(() => import('./rotate-key'));
const RevokeApiClient = dialogOnDemand<RevokeApiClientProps>(() => import('./revoke-api-client'));

/** An API client: what it may do, its keys, what happened to it, and what can be done about it. */
export default function ApiClientDrawer({ id, isOpen, onClose }: ApiClientDrawerProps) {
  const t = useTranslations('apiClients');
  const texts = useUiTexts();
  const { data, loading, error, refetch } = useApiClientQuery({ variables: { id }, skip: !id });
  const [hasDialog, setHasDialog] = useState(false);
  const apiClient = data?.apiClient;
  return (
    <Drawer
      opened={isOpen}
      onClose={onClose}
      position="right"
      size="lg"
      title={
        <Text component="span" size="lg" fw={650} style={{ overflowWrap: 'anywhere' }}>
          {apiClient?.name ?? t('title')}
        </Text>
      }
      // Escape closes the dialog before the drawer, not both.
      closeOnEscape={!hasDialog}
      closeButtonProps={{ 'aria-label': texts.close }}
    >
      {apiClient && <Client apiClient={apiClient} onDialog={setHasDialog} onGone={onClose} />}
      {!apiClient && loading && <LoadingLines />}
      {!apiClient && !loading && error && (
        <Failure failure={error} retry={() => void refetch().catch(() => undefined)} />
      )}
      {!apiClient && !loading && !error && <EmptyState title={t('client.notFound')} />}
    </Drawer>
  );
}

type Dialog = 'change' | 'rotate' | 'revoke';

function Client(props: {
  apiClient: ApiClientFieldsFragment;
  onDialog: (hasDialog: boolean) => void;
  onGone: () => void;
}) {
  const { apiClient } = props;
  const t = useTranslations('apiClients.client');
  const { rights } = useSession();
  const [dialog, setDialog] = useState<Dialog>();
  const open = (which?: Dialog) => {
    setDialog(which);
    props.onDialog(which !== undefined);
  };
  const isManaged = rights.mayAdminister && apiClient.state !== 'REVOKED';
  const mayGoOn = isManaged && apiClient.state !== 'CREATOR_LEFT';
  const parts = { apiClient, onClose: () => open() };
  return (
    <Stack gap="lg">
      <ClientFacts apiClient={apiClient} />
      {isManaged && (
        <Group gap="xs">
          {mayGoOn && (
            <Action Icon={IconKey} onClick={() => open('rotate')}>
              {t('newKey')}
            </Action>
          )}
          {mayGoOn && (
            <Action Icon={IconPencil} onClick={() => open('change')}>
              {t('change')}
            </Action>
          )}
          <Action Icon={IconTrash} isGrave onClick={() => open('revoke')}>
            {t('revoke')}
          </Action>
        </Group>
      )}
      <section>
        <Title order={3} size="h5" mb="xs">
          {t('keys')}
        </Title>
        <KeyList apiClient={apiClient} onDialog={props.onDialog} />
      </section>
      <section>
        <Title order={3} size="h5" mb="xs">
          {t('history')}
        </Title>
        <ClientHistory id={apiClient.id} />
      </section>
      <ChangeApiClient {...parts} isOpen={dialog === 'change'} />
      <RotateKey {...parts} isOpen={dialog === 'rotate'} />
      <RevokeApiClient {...parts} isOpen={dialog === 'revoke'} onGone={props.onGone} />
    </Stack>
  );
}

function ClientFacts({ apiClient }: { apiClient: ApiClientFieldsFragment }) {
  const t = useTranslations('apiClients.client');
  const tList = useTranslations('apiClients');
  const tScope = useTranslations('enums.ApiScope');
  const format = useFormatter();
  const grantText = useGrantText();
  const day = (at: string) => format.dateTime(new Date(at), { dateStyle: 'medium' });
  const { createdBy, expiresAt, lastUsedAt } = apiClient;
  return (
    <Facts
      facts={[
        [t('state'), <StateBadge key="state" state={apiClient.state} />],
        [t('expiresAt'), expiresAt ? day(expiresAt) : t('noEnd')],
        [t('roles'), apiClient.grants.map(grantText).join('; ')],
        [t('scopes'), apiClient.scopes.map((scope) => tScope(scope)).join('; ')],
        [t('createdBy'), createdBy?.name ?? t('someone')],
        [t('createdAt'), day(apiClient.createdAt)],
        [t('lastUsedAt'), lastUsedAt ? day(lastUsedAt) : tList('neverUsed')],
      ]}
    />
  );
}

function ClientHistory({ id }: { id: string }) {
  const pages = usePages(
    useApiClientHistoryQuery({ variables: { id, first: 10 } }),
    ({ apiClient }) => apiClient?.history,
  );
  return <HistoryList pages={pages} />;
}

function Action(props: {
  Icon: typeof IconKey;
  isGrave?: boolean;
  onClick: () => void;
  children: ReactNode;
}) {
  return (
    <Button
      variant="default"
      c={props.isGrave ? 'var(--mantine-color-error)' : undefined}
      leftSection={<props.Icon size={16} aria-hidden />}
      aria-haspopup="dialog"
      onClick={props.onClick}
    >
      {props.children}
    </Button>
  );
}
