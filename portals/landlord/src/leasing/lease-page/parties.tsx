'use client';

import { ActionIcon, Badge, Button, Group, Stack, Text } from '@mantine/core';
import { Section } from '@propertea/ui';
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useDay } from '@/shared/days/use-days';
import type { PartyFactsFragment } from '../gql/graphql';
import { leaseDialog } from '../lease-commands/lease-dialog';
import { useRemoval } from '../lease-commands/use-removal';
import type { PartProps } from './overview';

const EditParty = leaseDialog(() => import('../lease-commands/edit-party'));

/** Who is in the lease, in which role, and since when. */
export function Parties({ lease, mayLet, onStale }: PartProps) {
  const t = useTranslations('leasing.page.parties');
  const [edited, setEdited] = useState<PartyFactsFragment | 'new'>();
  const { remove, question } = useRemoval({ lease, onStale });
  // The dialog begins with what is known when it is opened, or opened anew.
  const now = (one: PartyFactsFragment | 'new' | undefined) =>
    one === 'new' ? undefined : (lease.parties.find(({ id }) => id === one?.id) ?? one);
  const mayChange = mayLet && lease.state !== 'CLOSED' && lease.state !== 'CANCELLED';
  return (
    <Section
      title={t('title')}
      actions={
        mayChange && (
          <Button
            variant="default"
            size="xs"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => setEdited('new')}
          >
            {t('add')}
          </Button>
        )
      }
    >
      <Stack gap="sm" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
        {lease.parties.map((party) => (
          <Group key={party.id} component="li" justify="space-between" wrap="nowrap">
            <Party party={party} />
            {mayChange && (
              <Group gap={4} wrap="nowrap">
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size="lg"
                  aria-label={t('change', { name: party.name })}
                  onClick={() => setEdited(party)}
                >
                  <IconPencil size={16} aria-hidden />
                </ActionIcon>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size="lg"
                  aria-label={t('remove', { name: party.name })}
                  onClick={() => remove({ kind: 'party', id: party.id, name: party.name })}
                >
                  <IconTrash size={16} aria-hidden />
                </ActionIcon>
              </Group>
            )}
          </Group>
        ))}
        {lease.parties.length === 0 && <Text c="dimmed">{t('none')}</Text>}
      </Stack>
      <EditParty
        lease={lease}
        party={now(edited)}
        isOpen={edited !== undefined}
        onClose={() => setEdited(undefined)}
        onStale={onStale}
      />
      {question}
    </Section>
  );
}

function Party({ party }: { party: PartyFactsFragment }) {
  const t = useTranslations('leasing.page.parties');
  const tEnums = useTranslations('enums');
  const day = useDay();
  const contact = [party.email, party.phone].filter(Boolean).join(' · ');
  return (
    <Stack gap={0} miw={0}>
      <Group gap="xs">
        <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
          {party.name}
        </Text>
        <Badge variant="light" color="gray">
          {tEnums(`PartyRole.${party.role}`)}
        </Badge>
        {party.user && <Badge variant="light">{t('account')}</Badge>}
      </Group>
      {contact && (
        <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {contact}
        </Text>
      )}
      {(party.movedInOn ?? party.movedOutOn) && (
        <Text size="sm" c="dimmed">
          {party.movedOutOn
            ? t('movedOut', { date: day(party.movedOutOn) })
            : t('movedIn', { date: day(party.movedInOn) })}
        </Text>
      )}
    </Stack>
  );
}
