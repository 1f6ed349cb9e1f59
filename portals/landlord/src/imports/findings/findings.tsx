'use client';

import { Button, Group, Text, Title } from '@mantine/core';
import { DataTable, ListFooter, LoadingLines, Section } from '@propertea/ui';
import { useFormatter, useTranslations } from 'next-intl';
import { useQueryStates } from 'nuqs';
import { Failure } from '@/shared/failure/failure';
import { PAGE_SIZE } from '@/shared/list/list-address';
import { usePages } from '@/shared/list/use-pages';
import { SEVERITIES } from '../finding-codes';
import type { ImportFindingSeverity, ImportWizardQuery } from '../gql/graphql';
import { useImportFindingsQuery } from '../gql/hooks';
import { SeverityBadge } from '../severity-badge';
import { findingFilter, findingsAddress } from './address';
import type { FindingsAddress } from './address';
import { useFindingColumns } from './columns';

type FindingCount = NonNullable<ImportWizardQuery['import']>['findingCounts'][number];

/** What a run says of the rows: how often of each kind, and each with row, column and value. */
export function Findings({ found }: { found: NonNullable<ImportWizardQuery['import']> }) {
  const t = useTranslations('imports.findings');
  const [address, setAddress] = useQueryStates(findingsAddress);
  const { findingCounts } = found;
  if (findingCounts.length === 0) {
    return (
      <Section title={t('title')} order={3}>
        <Text size="sm">{t('none')}</Text>
      </Section>
    );
  }
  return (
    <Section title={t('title')} order={3}>
      <Severities
        counts={findingCounts}
        chosen={address.severity}
        onChoose={(severity) => void setAddress({ severity, code: null })}
      />
      <Kinds
        counts={findingCounts.filter(
          ({ severity }) => !address.severity || severity === address.severity,
        )}
        address={address}
        onChoose={(kind) => void setAddress(kind)}
      />
      <Rows importId={found.id} address={address} />
    </Section>
  );
}

function Severities(props: {
  counts: readonly FindingCount[];
  chosen: ImportFindingSeverity | null;
  onChoose: (severity: ImportFindingSeverity | null) => void;
}) {
  const { counts, chosen } = props;
  const t = useTranslations('imports.findings');
  const of = (severity: ImportFindingSeverity | null) =>
    counts
      .filter((count) => !severity || count.severity === severity)
      .reduce((sum, { count }) => sum + count, 0);
  return (
    <Group gap="xs" mb="sm" role="group" aria-label={t('filter')}>
      {[null, ...SEVERITIES].map((severity) => (
        <Button
          key={severity}
          size="xs"
          variant={chosen === severity ? 'filled' : 'default'}
          aria-pressed={chosen === severity}
          disabled={of(severity) === 0 && chosen !== severity}
          onClick={() => props.onChoose(severity)}
        >
          {t(severity ?? 'all', { count: of(severity) })}
        </Button>
      ))}
    </Group>
  );
}

function Kinds(props: {
  counts: readonly FindingCount[];
  address: FindingsAddress;
  onChoose: (kind: FindingsAddress) => void;
}) {
  const { address } = props;
  const t = useTranslations('imports.findings');
  const tCodes = useTranslations('enums.ImportFindingCode');
  const format = useFormatter();
  const isChosen = ({ code }: FindingCount) => address.code === code;
  const toggle = (of: FindingCount): FindingsAddress =>
    isChosen(of)
      ? { code: null, severity: address.severity }
      : { code: of.code, severity: of.severity };
  return (
    <DataTable
      caption={t('kinds')}
      columns={[
        {
          key: 'severity',
          title: t('severity'),
          render: ({ severity }) => <SeverityBadge severity={severity} />,
        },
        { key: 'code', title: t('kind'), wraps: true, render: ({ code }) => tCodes(code) },
        {
          key: 'count',
          title: t('count'),
          isNumber: true,
          render: ({ count }) => format.number(count),
        },
        {
          key: 'show',
          title: t('rows'),
          render: (of) => (
            <Button
              size="compact-sm"
              variant={isChosen(of) ? 'filled' : 'default'}
              aria-pressed={isChosen(of)}
              aria-label={`${t('only')}: ${tCodes(of.code)}`}
              onClick={() => props.onChoose(toggle(of))}
            >
              {t('only')}
            </Button>
          ),
        },
      ]}
      rows={props.counts}
      rowKey={({ code, severity }) => `${severity} ${code}`}
    />
  );
}

function Rows({ importId, address }: { importId: string; address: FindingsAddress }) {
  const t = useTranslations('imports.findings');
  const columns = useFindingColumns();
  const variables = { id: importId, filter: findingFilter(address), first: PAGE_SIZE };
  const pages = usePages(useImportFindingsQuery({ variables }), ({ import: found }) => found?.rows);
  if (pages.isLoading) return <LoadingLines />;
  if (pages.failure) return <Failure failure={pages.failure} retry={pages.retry} />;
  return (
    <>
      <Title order={4} size="h5" mt="md" mb="xs">
        {t('list')}
      </Title>
      <DataTable
        caption={t('list')}
        columns={columns}
        // A finding has no id of its own; its place in the list is one.
        rows={pages.rows.map((finding, index) => ({ ...finding, index }))}
        rowKey={({ index }) => String(index)}
        isBusy={pages.isBusy}
      />
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
