'use client';

import { Badge, Button, Drawer, Group, Stack, Text, Title } from '@mantine/core';
import { IconEye, IconPlus, IconUserMinus } from '@tabler/icons-react';
import { EmptyState, LoadingLines, useUiTexts } from '@propertea/ui';
import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useSession } from '@/session/session-provider';
import { dialogOnDemand } from '@/shared/dialog/dialog-on-demand';
import type { DialogProps } from '@/shared/dialog/dialog-on-demand';
import { Failure } from '@/shared/failure/failure';
import type { MemberFieldsFragment } from '../gql/graphql';
import type { MemberDialogProps } from './member-dialog';
import { GrantList } from './grant-list';
import { MemberHistory } from './member-history';
import { useMember } from './use-member';

export interface MemberDrawerProps extends DialogProps {
  id: string;
}

const AddGrant = dialogOnDemand<MemberDialogProps>(() => import('./add-grant'));
const RemoveMember = dialogOnDemand<MemberDialogProps>(() => import('./remove-member'));
const BeginViewAs = dialogOnDemand<MemberDialogProps>(() => import('./begin-view-as'));

/** A member: who, what they may do, what happened; and for administrators what can be done about it. */
export default function MemberDrawer({ id, isOpen, onClose }: MemberDrawerProps) {
  const t = useTranslations('members');
  const texts = useUiTexts();
  const { member, isLoading, failure } = useMember(id);
  const [hasDialog, setHasDialog] = useState(false);
  return (
    <Drawer
      opened={isOpen}
      onClose={onClose}
      position="right"
      size="lg"
      title={
        <Text component="span" size="lg" fw={650} style={{ overflowWrap: 'anywhere' }}>
          {member ? (member.user?.name ?? t('erased')) : t('title')}
        </Text>
      }
      // Escape closes the dialog before the drawer, not both.
      closeOnEscape={!hasDialog}
      closeButtonProps={{ 'aria-label': texts.close }}
    >
      {member && <Member member={member} onDialog={setHasDialog} onGone={onClose} />}
      {!member && isLoading && <LoadingLines />}
      {!member && !isLoading && failure !== undefined && <Failure failure={failure} />}
      {!member && !isLoading && failure === undefined && (
        <EmptyState title={t('member.notFound')} />
      )}
    </Drawer>
  );
}

type Dialog = 'addGrant' | 'remove' | 'viewAs';

function Member(props: {
  member: MemberFieldsFragment;
  onDialog: (hasDialog: boolean) => void;
  onGone: () => void;
}) {
  const { member } = props;
  const t = useTranslations('members.member');
  const tMembers = useTranslations('members');
  const format = useFormatter();
  const { viewer, rights } = useSession();
  const [dialog, setDialog] = useState<Dialog>();
  const open = (which?: Dialog) => {
    setDialog(which);
    props.onDialog(which !== undefined);
  };
  const isSelf = member.user?.id === viewer.id;
  const name = member.user?.name ?? tMembers('erased');
  const parts = { member, name, onClose: () => open(), onGone: props.onGone };
  return (
    <Stack gap="lg">
      <Stack gap={4}>
        <Group gap="xs">
          <Text style={{ overflowWrap: 'anywhere' }}>{member.user?.email}</Text>
          {isSelf && <Badge variant="light">{tMembers('you')}</Badge>}
        </Group>
        <Text size="sm" c="dimmed">
          {t('since', {
            date: format.dateTime(new Date(member.joinedAt), { dateStyle: 'medium' }),
          })}
        </Text>
        <Group gap="xs" mt="xs">
          {rights.mayAdminister && !isSelf && (
            <Action Icon={IconEye} onClick={() => open('viewAs')}>
              {t('viewAs', { name })}
            </Action>
          )}
          {(rights.mayAdminister || (isSelf && !rights.isReadOnly)) && (
            <Action Icon={IconUserMinus} isGrave onClick={() => open('remove')}>
              {isSelf ? t('leave') : t('remove')}
            </Action>
          )}
        </Group>
      </Stack>
      <section>
        <Group justify="space-between" mb="xs">
          <Title order={3} size="h5">
            {t('roles')}
          </Title>
          {rights.mayAdminister && (
            <Button
              size="xs"
              variant="default"
              leftSection={<IconPlus size={14} aria-hidden />}
              aria-haspopup="dialog"
              onClick={() => open('addGrant')}
            >
              {t('addRole')}
            </Button>
          )}
        </Group>
        <GrantList member={member} name={name} onDialog={props.onDialog} />
      </section>
      <section>
        <Title order={3} size="h5" mb="xs">
          {t('history')}
        </Title>
        <MemberHistory member={member} />
      </section>
      <AddGrant {...parts} isOpen={dialog === 'addGrant'} />
      <BeginViewAs {...parts} isOpen={dialog === 'viewAs'} />
      <RemoveMember {...parts} isOpen={dialog === 'remove'} />
    </Stack>
  );
}

/** A button for a sentence: it may take two lines. */
function Action(props: {
  Icon: typeof IconEye;
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
      styles={{ label: { whiteSpace: 'normal', textAlign: 'start', lineHeight: 1.4 } }}
      h="auto"
      mih={36}
      py={6}
    >
      {props.children}
    </Button>
  );
}
