'use client';

import { NativeSelect, Text } from '@mantine/core';
import { DataTable } from '@propertea/ui';
import type { Column } from '@propertea/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { repeatedTitles, withColumn } from './draft';
import type { Draft } from './draft';
import type { FieldDefinition, ImportField, MappedColumn } from './wizard-types';

interface Props {
  columns: readonly MappedColumn[];
  fields: readonly FieldDefinition[];
  draft: Draft;
  /** By position of the column. */
  problems: Readonly<Record<number, string>>;
  isDisabled: boolean;
  onDraft: (draft: Draft) => void;
}

/** The columns of the file with examples, and what each holds. */
export function ColumnTable(props: Props) {
  const { columns, draft } = props;
  const t = useTranslations('imports.columns');
  const tFields = useTranslations('enums.ImportField');
  const [moved, setMoved] = useState('');
  const repeated = repeatedTitles(columns);
  const nameOf = ({ title, position }: MappedColumn) => title || t('untitled', { position });
  const choose = (column: MappedColumn, field: ImportField | null) => {
    const from = columns.find(({ position }) => draft.columns[position] === field);
    setMoved(
      field && from && from !== column
        ? t('moved', { field: tFields(field), from: nameOf(from), to: nameOf(column) })
        : '',
    );
    props.onDraft(withColumn(draft, column.position, field));
  };
  const table: Column<MappedColumn>[] = [
    {
      key: 'title',
      title: t('column'),
      isFixed: true,
      wraps: true,
      render: (column) => (
        <Text fw={600} size="sm" style={{ overflowWrap: 'anywhere' }}>
          {nameOf(column)}
        </Text>
      ),
    },
    {
      key: 'samples',
      title: t('samples'),
      wraps: true,
      render: ({ samples }) => (
        <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {samples.join(' · ') || t('noSamples')}
        </Text>
      ),
    },
    {
      key: 'field',
      title: t('holds'),
      render: (column) => (
        <FieldSelect
          {...props}
          column={column}
          name={nameOf(column)}
          isRepeated={repeated.has(column.title)}
          onChoose={(field) => choose(column, field)}
        />
      ),
    },
  ];
  return (
    <>
      <Text size="sm" c="dimmed" mb="xs">
        {t('what')}
      </Text>
      <DataTable
        caption={t('caption')}
        columns={table}
        rows={columns}
        rowKey={({ position }) => String(position)}
      />
      <Text size="sm" role="status" mt={moved ? 'xs' : 0}>
        {moved}
      </Text>
    </>
  );
}

function FieldSelect(
  props: Props & {
    column: MappedColumn;
    name: string;
    isRepeated: boolean;
    onChoose: (field: ImportField | null) => void;
  },
) {
  const { column, draft, fields } = props;
  const t = useTranslations('imports.columns');
  const tFields = useTranslations('enums.ImportField');
  const chosen = draft.columns[column.position];
  const isGuess = chosen && chosen === column.proposedField && !column.isProposalSure;
  const hint = props.isRepeated ? t('repeated') : isGuess ? t('guess') : undefined;
  const options = (isRequired: boolean) =>
    fields
      .filter((field) => field.isRequired === isRequired)
      .map(({ field }) => (
        <option key={field} value={field}>
          {isRequired ? `${tFields(field)} *` : tFields(field)}
        </option>
      ));
  return (
    <NativeSelect
      aria-label={t('holdsOf', { column: props.name })}
      value={chosen ?? ''}
      onChange={({ currentTarget }) => props.onChoose((currentTarget.value as ImportField) || null)}
      error={props.problems[column.position]}
      description={hint}
      inputWrapperOrder={['input', 'description', 'error']}
      // What stands there twice can be taken out of a mapping, not be put into one.
      disabled={props.isDisabled || (props.isRepeated && !chosen)}
      miw="12rem"
    >
      <option value="">{t('notRead')}</option>
      <optgroup label={t('required')}>{options(true)}</optgroup>
      <optgroup label={t('optional')}>{options(false)}</optgroup>
    </NativeSelect>
  );
}
