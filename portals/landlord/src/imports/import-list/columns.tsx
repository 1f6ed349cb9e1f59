'use client';

import { Text } from '@mantine/core';
import { TextLink } from '@propertea/ui';
import type { Column } from '@propertea/ui';
import { useFormatter, useTranslations } from 'next-intl';
import { useTo } from '@/session/session-provider';
import { DiscardButton } from '../discard/discard-button';
import { useFileSize } from '../file-size';
import type { ImportFacts } from '../import-types';
import { isDiscardable, stageOf } from '../stage';
import { StageBadge } from '../stage-badge';

/** The columns of the list of imports. */
export function useImportColumns(): Column<ImportFacts, 'CREATED_AT'>[] {
  const t = useTranslations('imports.list');
  const format = useFormatter();
  const fileSize = useFileSize();
  const to = useTo();
  const count = (of: ImportFacts, value: number) =>
    stageOf(of) === 'checked' || stageOf(of) === 'imported' ? format.number(value) : '—';
  return [
    {
      key: 'file',
      title: t('file'),
      isFixed: true,
      wraps: true,
      render: ({ id, fileName, fileBytes }) => (
        <div style={{ overflowWrap: 'anywhere' }}>
          <TextLink href={to(`/imports/${id}`)} isStrong>
            {fileName}
          </TextLink>
          <Text size="xs" c="dimmed">
            {fileSize(fileBytes)}
          </Text>
        </div>
      ),
    },
    { key: 'state', title: t('state'), render: (row) => <StageBadge of={row} /> },
    {
      key: 'createdAt',
      title: t('uploaded'),
      sortField: 'CREATED_AT',
      render: ({ createdAt, uploadedBy }) => (
        <div>
          <time dateTime={createdAt}>
            {format.dateTime(new Date(createdAt), { dateStyle: 'medium', timeStyle: 'short' })}
          </time>
          <Text size="xs" c="dimmed">
            {uploadedBy?.name ?? t('platform')}
          </Text>
        </div>
      ),
    },
    {
      key: 'accepted',
      title: t('accepted'),
      isNumber: true,
      render: (row) => count(row, row.rowsAccepted),
    },
    {
      key: 'unchanged',
      title: t('unchanged'),
      isNumber: true,
      render: (row) => count(row, row.rowsUnchanged),
    },
    {
      key: 'rejected',
      title: t('rejected'),
      isNumber: true,
      render: (row) => count(row, row.rowsRejected),
    },
    { key: 'next', title: t('next'), render: (row) => <Next of={row} /> },
  ];
}

/** What can be done with an import now. */
function Next({ of }: { of: ImportFacts }) {
  const t = useTranslations('imports.list');
  const to = useTo();
  const stage = stageOf(of);
  if (stage === 'discarded') return '—';
  const isOver = stage === 'imported' || stage === 'importing';
  const label = isOver ? t('look') : t('goOn');
  return (
    <span className="ui-inline">
      <TextLink href={to(`/imports/${of.id}`)} aria-label={`${label}: ${of.fileName}`}>
        {label}
      </TextLink>
      {isDiscardable(of) && <DiscardButton id={of.id} fileName={of.fileName} size="xs" />}
    </span>
  );
}
