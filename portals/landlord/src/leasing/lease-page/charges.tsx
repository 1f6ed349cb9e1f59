'use client';

import { ActionIcon, Badge, Button, Group, Stack } from '@mantine/core';
import { DataTable, Section } from '@propertea/ui';
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useDay } from '@/shared/days/use-days';
import { useMoney } from '@/shared/money/use-money';
import type { ChargeFactsFragment } from '../gql/graphql';
import { leaseDialog } from '../lease-commands/lease-dialog';
import type { Part } from '../lease-commands/remove-part';
import { useRemoval } from '../lease-commands/use-removal';
import { ChargeLines } from './charge-lines';
import type { PartProps } from './overview';
import { LeaseScheduleSection } from './schedule-section';

const EditCharge = leaseDialog(() => import('../lease-commands/edit-charge'));

/** What the lease charges, how that changes, what is to come and what has become due. */
export default function Charges(props: PartProps) {
  const { lease, onStale } = props;
  const [edited, setEdited] = useState<ChargeFactsFragment | 'new'>();
  const { remove, question } = useRemoval({ lease, onStale });
  // The dialog begins with what is known when it is opened, or opened anew.
  const now = (one: ChargeFactsFragment | 'new' | undefined) =>
    one === 'new' ? undefined : (lease.chargeTemplates.find(({ id }) => id === one?.id) ?? one);
  const mayChange = props.mayLet && lease.actions.includes('SCHEDULE_RENT_CHANGE');
  return (
    <Stack>
      <Templates lease={lease} mayChange={mayChange} onEdit={setEdited} onRemove={remove} />
      <RentChanges lease={lease} mayChange={mayChange} onRemove={remove} />
      <LeaseScheduleSection id={lease.id} />
      <ChargeLines id={lease.id} />
      <EditCharge
        lease={lease}
        charge={now(edited)}
        isOpen={edited !== undefined}
        onClose={() => setEdited(undefined)}
        onStale={onStale}
      />
      {question}
    </Stack>
  );
}

function Templates(props: {
  lease: PartProps['lease'];
  mayChange: boolean;
  onEdit: (charge: ChargeFactsFragment | 'new') => void;
  onRemove: (part: Part) => void;
}) {
  const t = useTranslations('leasing.page.charges');
  const tFields = useTranslations('leasing.fields');
  const tEnums = useTranslations('enums');
  const money = useMoney();
  const day = useDay();
  return (
    <Section
      title={t('title')}
      actions={
        props.mayChange && (
          <Button
            variant="default"
            size="xs"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => props.onEdit('new')}
          >
            {t('add')}
          </Button>
        )
      }
    >
      <DataTable
        caption={t('title')}
        rows={props.lease.chargeTemplates}
        rowKey={({ id }) => id}
        columns={[
          { key: 'label', title: tFields('label'), wraps: true, render: ({ label }) => label },
          {
            key: 'kind',
            title: tFields('kind'),
            render: ({ kind }) => tEnums(`ChargeKind.${kind}`),
          },
          {
            key: 'amount',
            title: tFields('amount'),
            isNumber: true,
            render: ({ amount }) => money(amount),
          },
          {
            key: 'cycle',
            title: tFields('cycle'),
            render: ({ cycle }) => tEnums(`ChargeCycle.${cycle}`),
          },
          {
            key: 'dueDay',
            title: tFields('dueDay'),
            isNumber: true,
            render: ({ dueDay }) => dueDay,
          },
          {
            key: 'time',
            title: t('time'),
            render: ({ startsOn, endsOn }) =>
              endsOn
                ? t('fromTo', { from: day(startsOn), to: day(endsOn) })
                : t('from', { from: day(startsOn) }),
          },
          ...(props.mayChange
            ? [
                {
                  key: 'actions',
                  title: t('actions'),
                  render: (charge: ChargeFactsFragment) => (
                    <Group gap={4} wrap="nowrap">
                      <ActionIcon
                        variant="subtle"
                        color="gray"
                        aria-label={t('change', { name: charge.label })}
                        onClick={() => props.onEdit(charge)}
                      >
                        <IconPencil size={16} aria-hidden />
                      </ActionIcon>
                      <ActionIcon
                        variant="subtle"
                        color="gray"
                        aria-label={t('remove', { name: charge.label })}
                        onClick={() =>
                          props.onRemove({ kind: 'charge', id: charge.id, name: charge.label })
                        }
                      >
                        <IconTrash size={16} aria-hidden />
                      </ActionIcon>
                    </Group>
                  ),
                },
              ]
            : []),
        ]}
      />
    </Section>
  );
}

function RentChanges(props: {
  lease: PartProps['lease'];
  mayChange: boolean;
  onRemove: (part: Part) => void;
}) {
  const t = useTranslations('leasing.page.rentChanges');
  const tFields = useTranslations('leasing.fields');
  const tEnums = useTranslations('enums');
  const money = useMoney();
  const day = useDay();
  const { rentChanges } = props.lease;
  if (rentChanges.length === 0) return null;
  return (
    <Section title={t('title')}>
      <DataTable
        caption={t('title')}
        rows={rentChanges}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'effectiveOn',
            title: tFields('effectiveOn'),
            render: ({ effectiveOn, isCancelled }) => (
              <span className="ui-inline">
                {day(effectiveOn)}
                {isCancelled && (
                  <Badge color="gray" variant="light">
                    {t('cancelled')}
                  </Badge>
                )}
              </span>
            ),
          },
          {
            key: 'kind',
            title: tFields('kind'),
            render: ({ kind }) => tEnums(`RentChangeKind.${kind}`),
          },
          {
            key: 'amount',
            title: tFields('amount'),
            isNumber: true,
            render: ({ amount }) => money(amount),
          },
          { key: 'note', title: tFields('note'), wraps: true, render: ({ note }) => note },
          ...(props.mayChange
            ? [
                {
                  key: 'actions',
                  title: t('actions'),
                  render: ({ id, effectiveOn, isCancelled }: (typeof rentChanges)[number]) =>
                    !isCancelled && (
                      <Button
                        size="compact-sm"
                        variant="default"
                        onClick={() =>
                          props.onRemove({ kind: 'rentChange', id, name: day(effectiveOn) })
                        }
                      >
                        {t('cancel')}
                      </Button>
                    ),
                },
              ]
            : []),
        ]}
      />
    </Section>
  );
}
