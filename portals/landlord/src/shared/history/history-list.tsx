'use client';

import { Badge, Group, Stack, Table, Text, Timeline } from '@mantine/core';
import { EmptyState, ListFooter, LoadingLines } from '@propertea/ui';
import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Failure } from '../failure/failure';
import type { Pages } from '../list/use-pages';
import { useActionName } from './action-name';
import { useFieldName, useFieldValue } from './field-texts';

export interface HistoryEntry {
  id: string;
  at: string;
  action: string;
  persona: string;
  reason: string | null;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  actor: { id: string; name: string } | null;
}

/** What happened to an object, newest first: who, when, and each field before and after. */
export function HistoryList<Kind extends HistoryEntry>({
  pages,
  renderMore,
}: {
  pages: Pages<Kind>;
  /** What else there is to an entry, such as a link to its object. */
  renderMore?: (entry: Kind) => ReactNode;
}) {
  const t = useTranslations('history');
  if (pages.isLoading) return <LoadingLines />;
  if (pages.failure) return <Failure failure={pages.failure} retry={pages.retry} />;
  if (pages.rows.length === 0) return <EmptyState title={t('empty')} />;
  return (
    <>
      <Timeline bulletSize={14} lineWidth={2}>
        {pages.rows.map((entry) => (
          <Timeline.Item key={entry.id}>
            <Entry entry={entry}>{renderMore?.(entry)}</Entry>
          </Timeline.Item>
        ))}
      </Timeline>
      <ListFooter
        shown={pages.rows.length}
        total={pages.total}
        hasMore={pages.hasMore}
        isLoading={pages.isLoadingMore}
        onMore={pages.more}
      />
    </>
  );
}

function Entry({ entry, children }: { entry: HistoryEntry; children: ReactNode }) {
  const t = useTranslations('history');
  const format = useFormatter();
  const actionName = useActionName();
  return (
    <Stack gap={4}>
      <Group gap="xs">
        <Text fw={600}>{actionName(entry.action)}</Text>
        {entry.persona === 'SYSTEM' && <Badge variant="light">{t('system')}</Badge>}
        {entry.persona === 'INTEGRATOR' && <Badge variant="light">{t('program')}</Badge>}
      </Group>
      <Text size="sm" c="dimmed">
        <time dateTime={entry.at}>
          {format.dateTime(new Date(entry.at), { dateStyle: 'medium', timeStyle: 'short' })}
        </time>
        {' · '}
        {entry.actor?.name ?? t(entry.persona === 'INTEGRATOR' ? 'program' : 'nobody')}
      </Text>
      {entry.reason && <Text size="sm">{t('reason', { reason: entry.reason })}</Text>}
      <Changes before={entry.before} after={entry.after} />
      {children}
    </Stack>
  );
}

/** Ids say nothing to people; where an object went to another one, that it did is worth telling. */
function isTold(field: string, { before, after }: Pick<HistoryEntry, 'before' | 'after'>): boolean {
  if (field === 'id') return false;
  return !field.endsWith('Id') || (before?.[field] !== undefined && after?.[field] !== undefined);
}

function Changes({ before, after }: Pick<HistoryEntry, 'before' | 'after'>) {
  const t = useTranslations('history');
  const nameOf = useFieldName();
  const valueOf = useFieldValue();
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])].filter(
    (field) => isTold(field, { before, after }),
  );
  if (fields.length === 0) return null;
  return (
    <Table fz="sm" verticalSpacing={2} w="auto" layout="auto">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('field')}</Table.Th>
          {before && <Table.Th>{t('before')}</Table.Th>}
          {after && <Table.Th>{t('after')}</Table.Th>}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {fields.map((field) => (
          <Table.Tr key={field}>
            <Table.Th scope="row">{nameOf(field)}</Table.Th>
            {before && <Table.Td>{valueOf(field, before[field])}</Table.Td>}
            {after && <Table.Td>{valueOf(field, after[field])}</Table.Td>}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
