'use client';

import { Badge, Button, Card, Text } from '@mantine/core';
import { DataTable, EmptyState, ListFooter, LoadingLines } from '@propertea/ui';
import type { Column } from '@propertea/ui';
import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Preloaded } from '@/graph/preload';
import { useSeed } from '@/graph/use-seed';
import { useSession } from '@/session/session-provider';
import { dialogOnDemand } from '@/shared/dialog/dialog-on-demand';
import { Failure } from '@/shared/failure/failure';
import { useGrantText } from '@/shared/grants/use-grant-text';
import { usePages } from '@/shared/list/use-pages';
import { InvitationListDocument } from '../gql/graphql';
import type {
  InvitationFieldsFragment,
  InvitationListQuery,
  InvitationListQueryVariables,
  InvitationState,
} from '../gql/graphql';
import { useInvitationListQuery } from '../gql/hooks';
import type { RevokeInvitationProps } from './revoke-invitation';
import { INVITATION_LIST_VARIABLES } from './variables';

const RevokeInvitation = dialogOnDemand<RevokeInvitationProps>(() => import('./revoke-invitation'));

const COLORS: Record<InvitationState, string> = {
  OPEN: 'leaf',
  ACCEPTED: 'blue',
  EXPIRED: 'gray',
  REVOKED: 'gray',
};

/** The invitations, newest first; open ones can be taken back. */
export function InvitationList(props: {
  preloaded: Preloaded<InvitationListQuery, InvitationListQueryVariables> | undefined;
}) {
  const t = useTranslations('members.invitations');
  const { rights } = useSession();
  useSeed(InvitationListDocument, props.preloaded);
  const pages = usePages(
    useInvitationListQuery({ variables: INVITATION_LIST_VARIABLES }),
    ({ invitations }) => invitations,
  );
  const [revoked, setRevoked] = useState<InvitationFieldsFragment>();
  const [isRevoking, setRevoking] = useState(false);
  const columns = useColumns(
    rights.mayAdminister
      ? (invitation) => {
          setRevoked(invitation);
          setRevoking(true);
        }
      : undefined,
  );
  if (pages.isLoading) return <LoadingLines />;
  if (pages.failure) return <Failure failure={pages.failure} retry={pages.retry} />;
  if (pages.rows.length === 0) {
    return <EmptyState title={t('emptyTitle')}>{t('emptyWhat')}</EmptyState>;
  }
  return (
    <Card withBorder padding="xs">
      <DataTable
        caption={t('title')}
        columns={columns}
        rows={pages.rows}
        rowKey={({ id }) => id}
        isBusy={pages.isBusy}
      />
      <ListFooter
        shown={pages.rows.length}
        total={pages.total}
        hasMore={pages.hasMore}
        isLoading={pages.isLoadingMore}
        onMore={pages.more}
      />
      {revoked && (
        <RevokeInvitation
          invitation={revoked}
          isOpen={isRevoking}
          onClose={() => setRevoking(false)}
        />
      )}
    </Card>
  );
}

function useColumns(
  onRevoke: ((invitation: InvitationFieldsFragment) => void) | undefined,
): Column<InvitationFieldsFragment>[] {
  const t = useTranslations('members.invitations');
  const tState = useTranslations('enums.InvitationState');
  const format = useFormatter();
  const grantText = useGrantText();
  const columns: Column<InvitationFieldsFragment>[] = [
    {
      key: 'email',
      title: t('columns.email'),
      render: ({ email }) => (
        <Text component="span" size="sm" fw={600} miw={0} style={{ overflowWrap: 'break-word' }}>
          {email}
        </Text>
      ),
    },
    {
      key: 'state',
      title: t('columns.state'),
      render: ({ state }) => (
        <Badge color={COLORS[state]} variant="light" miw="max-content">
          {tState(state)}
        </Badge>
      ),
    },
    { key: 'role', title: t('columns.role'), wraps: true, render: grantText },
    {
      key: 'invitedBy',
      title: t('columns.invitedBy'),
      render: ({ invitedBy }) => invitedBy?.name ?? '—',
    },
    {
      key: 'expiresAt',
      title: t('columns.expiresAt'),
      render: ({ expiresAt }) => format.dateTime(new Date(expiresAt), { dateStyle: 'medium' }),
    },
  ];
  if (onRevoke) {
    columns.push({
      key: 'actions',
      title: t('columns.actions'),
      render: (invitation) =>
        invitation.state !== 'OPEN' ? (
          '—'
        ) : (
          <Button
            size="compact-sm"
            variant="default"
            aria-haspopup="dialog"
            aria-label={t('revokeFor', { email: invitation.email })}
            onClick={() => onRevoke(invitation)}
          >
            {t('revoke')}
          </Button>
        ),
    });
  }
  return columns;
}
