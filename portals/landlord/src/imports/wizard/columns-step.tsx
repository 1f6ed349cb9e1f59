'use client';

import { Alert, Button, Group, Radio, Stack } from '@mantine/core';
import { LoadingLines, Section } from '@propertea/ui';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Failure } from '@/shared/failure/failure';
import { useErrorText } from '@/shared/forms/use-error-text';
import { Warning } from '../warning';
import { useImportColumnsQuery } from '../gql/hooks';
import { stageOf } from '../stage';
import { ColumnTable } from './column-table';
import { mappingOf, missingFields } from './draft';
import { FixedValues } from './fixed-values';
import { roomLayout, useDraft } from './use-draft';
import { useRun } from './use-run';
import type { ImportLayout, LayoutDefinition, MappedColumn, StepProps } from './wizard-types';

const LAYOUTS = ['UNITS', 'DEVELOPMENTS'] as const satisfies readonly ImportLayout[];

interface Props extends StepProps {
  layouts: readonly LayoutDefinition[];
}

/** Which column of the file holds what, to be confirmed or corrected before anything is tried. */
export function ColumnsStep(props: Props) {
  const { found } = props;
  const t = useTranslations('imports.columns');
  const draft = useDraft(found);
  const { layout } = draft;
  const isOther = layout !== roomLayout(found);
  const other = useImportColumnsQuery({ variables: { id: found.id, layout }, skip: !isOther });
  const columns = isOther ? other.data?.import?.columns : found.columns;
  const stage = stageOf(found);
  const isOver = stage === 'importing' || stage === 'imported';
  return (
    <Stack>
      {isOver && <Alert>{t('past')}</Alert>}
      {!found.layout && !found.proposedLayout && (
        <Warning title={t('unknown.title')}>{t('unknown.what')}</Warning>
      )}
      <LayoutChoice layout={layout} onLayout={draft.setLayout} isDisabled={isOver} />
      {columns ? (
        <Mapping key={layout} {...props} columns={columns} draft={draft} />
      ) : other.error && !other.loading ? (
        <Failure failure={other.error} retry={() => void other.refetch().catch(() => undefined)} />
      ) : (
        <LoadingLines />
      )}
    </Stack>
  );
}

function LayoutChoice(props: {
  layout: ImportLayout;
  onLayout: (layout: ImportLayout) => void;
  isDisabled: boolean;
}) {
  const t = useTranslations('imports');
  return (
    <Radio.Group
      label={t('columns.layout')}
      value={props.layout}
      onChange={(value) => props.onLayout(value)}
    >
      <Stack gap="xs" mt="xs">
        {LAYOUTS.map((layout) => (
          <Radio
            key={layout}
            value={layout}
            label={t(`layouts.${layout}.title`)}
            description={t(`layouts.${layout}.what`)}
            disabled={props.isDisabled}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}

/** What is wrong with a mapping: at its columns, at its fields, and as a whole. */
interface Problems {
  columns: Record<number, string>;
  fields: Record<string, string>;
  general: string | undefined;
}

const NO_PROBLEMS: Problems = { columns: {}, fields: {}, general: undefined };

function Mapping(
  props: Props & { columns: readonly MappedColumn[]; draft: ReturnType<typeof useDraft> },
) {
  const { found, columns, go, draft: kept } = props;
  const t = useTranslations('imports.columns');
  const tFields = useTranslations('enums.ImportField');
  const errorText = useErrorText();
  const { isAsking, run } = useRun();
  const [problems, setProblems] = useState(NO_PROBLEMS);
  const form = useRef<HTMLFormElement>(null);
  const show = (wrong: Problems) => {
    flushSync(() => setProblems(wrong));
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  };
  const stage = stageOf(found);
  const isOver = stage === 'importing' || stage === 'imported';
  const { layout } = kept;
  const fields = props.layouts.find((one) => one.layout === layout)?.fields ?? [];
  const draft = kept.draftOf(columns);
  const missing = missingFields(draft, fields);

  const send = async () => {
    if (missing.length > 0) {
      const names = missing.map(({ field }) => tFields(field)).join(', ');
      show({
        columns: {},
        fields: Object.fromEntries(missing.map(({ field }) => [field, t('missingField')])),
        general: t('missing', { count: missing.length, fields: names }),
      });
      return;
    }
    setProblems(NO_PROBLEMS);
    const parts = mappingOf(draft, columns);
    const mapping = parts.map(({ input }) => input);
    const answer = await run({ importId: found.id, dryRun: true, layout, mapping });
    if (!answer) return;
    const wrong: Problems = { columns: {}, fields: {}, general: undefined };
    const general = answer.failure ? [answer.failure] : [];
    for (const error of answer.errors) {
      const at = error.path.indexOf('mapping');
      const part = at < 0 ? undefined : parts[Number(error.path[at + 1])];
      if (part?.position !== undefined) wrong.columns[part.position] = errorText(error);
      else if (part) wrong.fields[part.input.field] = errorText(error);
      else general.push(errorText(error));
    }
    wrong.general = general.join(' ') || undefined;
    show(wrong);
    if (general.length > 0 || answer.errors.length > 0) return;
    kept.forget();
    go('preview');
  };

  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Stack>
        <Section title={t('table', { count: columns.length })} order={3}>
          <ColumnTable
            columns={columns}
            fields={fields}
            draft={draft}
            problems={problems.columns}
            isDisabled={isOver}
            onDraft={kept.setDraft}
          />
        </Section>
        <FixedValues
          fields={fields}
          draft={draft}
          problems={problems.fields}
          isDisabled={isOver}
          onDraft={kept.setDraft}
        />
        {problems.general && (
          <Alert color="red" variant="light" role="alert">
            {problems.general}
          </Alert>
        )}
        {stage === 'checking' && <Alert>{t('checking')}</Alert>}
        {!isOver && (
          <Group justify="flex-end">
            <Button type="submit" loading={isAsking} disabled={stage === 'checking'}>
              {t('check')}
            </Button>
          </Group>
        )}
      </Stack>
    </form>
  );
}
