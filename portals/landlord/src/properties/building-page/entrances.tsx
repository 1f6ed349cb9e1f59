'use client';

import { ActionIcon, Button, Group, Text } from '@mantine/core';
import { DataTable, Section } from '@propertea/ui';
import type { Column } from '@propertea/ui';
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { dialogOnDemand } from '@/shared/dialog/dialog-on-demand';
import type { BuildingFactsFragment } from '../gql/graphql';
import type { EntranceDialogProps } from './entrance-props';
import type { BuildingOnPage } from './building-page';

type Entrance = BuildingFactsFragment['entrances'][number];

const AddEntrance = dialogOnDemand(() => import('./add-entrance'));
const ChangeEntrance = dialogOnDemand<EntranceDialogProps>(() => import('./change-entrance'));
const RemoveEntrance = dialogOnDemand<EntranceDialogProps>(() => import('./remove-entrance'));

/** The ways into a building; those who may edit add, change and remove them. */
export function Entrances({ building, mayEdit }: { building: BuildingOnPage; mayEdit: boolean }) {
  const t = useTranslations('buildings.entrances');
  const [asked, setAsked] = useState<{ what: 'add' | 'change' | 'remove'; entrance?: Entrance }>();
  const [isOpen, setOpen] = useState(false);
  const ask = (what: 'add' | 'change' | 'remove', entrance?: Entrance) => {
    setAsked({ what, entrance });
    setOpen(true);
  };
  const dialog = (what: string) => ({
    building,
    isOpen: isOpen && asked?.what === what,
    onClose: () => setOpen(false),
  });
  const columns = useEntranceColumns(mayEdit ? ask : undefined);
  return (
    <Section
      title={t('title')}
      actions={
        mayEdit && (
          <Button
            variant="default"
            leftSection={<IconPlus size={16} aria-hidden />}
            aria-haspopup="dialog"
            onClick={() => ask('add')}
          >
            {t('add')}
          </Button>
        )
      }
    >
      {building.entrances.length === 0 ? (
        <Text c="dimmed">{t('none')}</Text>
      ) : (
        <DataTable
          caption={t('title')}
          columns={columns}
          rows={building.entrances}
          rowKey={({ code }) => code}
        />
      )}
      <AddEntrance {...dialog('add')} />
      {asked?.entrance && (
        <>
          <ChangeEntrance {...dialog('change')} entrance={asked.entrance} />
          <RemoveEntrance {...dialog('remove')} entrance={asked.entrance} />
        </>
      )}
    </Section>
  );
}

function useEntranceColumns(
  ask: ((what: 'change' | 'remove', entrance: Entrance) => void) | undefined,
): Column<Entrance>[] {
  const t = useTranslations('buildings.entrances');
  const columns: Column<Entrance>[] = [
    { key: 'code', title: t('code'), render: ({ code }) => <Text fw={600}>{code}</Text> },
    { key: 'name', title: t('name'), wraps: true, render: ({ name }) => name ?? '—' },
    {
      key: 'addressLine',
      title: t('addressLine'),
      wraps: true,
      render: ({ addressLine }) => addressLine ?? t('ofBuilding'),
    },
  ];
  if (!ask) return columns;
  const actions: Column<Entrance> = {
    key: 'actions',
    title: t('actions'),
    render: (entrance) => (
      <Group gap="xs" wrap="nowrap">
        <ActionIcon
          variant="default"
          size="lg"
          aria-label={t('changeIt', { code: entrance.code })}
          aria-haspopup="dialog"
          onClick={() => ask('change', entrance)}
        >
          <IconPencil size={16} aria-hidden />
        </ActionIcon>
        <ActionIcon
          variant="default"
          size="lg"
          aria-label={t('removeIt', { code: entrance.code })}
          aria-haspopup="dialog"
          onClick={() => ask('remove', entrance)}
        >
          <IconTrash size={16} aria-hidden />
        </ActionIcon>
      </Group>
    ),
  };
  return [...columns, actions];
}
