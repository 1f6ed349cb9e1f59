'use client';

import { useApolloClient } from '@apollo/client/react';
import { Alert, Anchor, Button, Card, Group } from '@mantine/core';
import { EmptyState, FilterButton, PageHeader, UiLink, onDemand } from '@propertea/ui';
import { useTranslations } from 'next-intl';
import { useQueryStates } from 'nuqs';
import type { Preloaded } from '@/graph/preload';
import { useSeed } from '@/graph/use-seed';
import { useSession, useTo } from '@/session/session-provider';
import { HistoryList } from '@/shared/history/history-list';
import { ExportButton } from '@/shared/list/export-button';
import { usePages } from '@/shared/list/use-pages';
import { AuditLogDocument } from '../gql/graphql';
import type { AuditLogQuery, AuditLogQueryVariables } from '../gql/graphql';
import { useAuditLogQuery } from '../gql/hooks';
import { auditAddress, auditVariables, filterCount } from './address';
import { useAuditColumns, useKindName } from './columns';
import type { AuditRow } from './columns';
import type { AuditFiltersProps } from './filters';
import { objectPath } from './object-path';

const NOTHING_SET = { kind: null, person: null, object: null, from: null, until: null };

interface Props {
  preloaded: Preloaded<AuditLogQuery, AuditLogQueryVariables> | undefined;
}

const AuditFilters = onDemand<AuditFiltersProps>(
  () => import('./filters'),
  ({ address, onWant, isLoading }) => (
    <FilterButton count={filterCount(address)} onClick={onWant} loading={isLoading} />
  ),
);

/** Who changed what and when, in the whole organization; for administrators. */
export function AuditPage(props: Props) {
  const t = useTranslations('audit');
  const { rights } = useSession();
  return (
    <>
      <PageHeader title={t('title')} description={t('what')} />
      {rights.isAdministrator ? <Log {...props} /> : <EmptyState title={t('forbidden')} />}
    </>
  );
}

function Log({ preloaded }: Props) {
  const t = useTranslations('audit');
  const client = useApolloClient();
  const { viewer } = useSession();
  const [address, setAddress] = useQueryStates(auditAddress);
  const variables = auditVariables(address, viewer.timeZone);
  useSeed(AuditLogDocument, preloaded);
  const pages = usePages(useAuditLogQuery({ variables }), ({ auditLog }) => auditLog);
  const columns = useAuditColumns();
  const actor = pages.rows.find(({ actor: one }) => one && one.id === address.person)?.actor;
  const clear = () => void setAddress(NOTHING_SET);
  // All that happened to it, whoever did it and whenever.
  const onlyOne = (object: string) => void setAddress({ ...NOTHING_SET, object });
  return (
    <>
      <Group mb="sm" gap="xs">
        <AuditFilters
          address={address}
          person={actor ? { value: actor.id, label: actor.name } : undefined}
          onAddress={(change) => void setAddress(change)}
          onClear={clear}
        />
        <Group ml="auto">
          <ExportButton
            fileName="audit-log"
            columns={columns}
            chosen={[]}
            load={async (after) => {
              const { data, error } = await client.query({
                query: AuditLogDocument,
                variables: { ...variables, first: 100, after },
                fetchPolicy: 'no-cache',
              });
              if (!data?.auditLog) throw error ?? new Error('No answer');
              return data.auditLog;
            }}
          />
        </Group>
      </Group>
      {address.object && (
        <Alert variant="light" color="gray" mb="sm" p="xs">
          <Group justify="space-between">
            {t('filters.ofOne')}
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => void setAddress({ object: null })}
            >
              {t('filters.showAll')}
            </Button>
          </Group>
        </Alert>
      )}
      <Card withBorder component="section" aria-label={t('caption')} aria-busy={pages.isBusy}>
        {!pages.isLoading && !pages.failure && pages.rows.length === 0 ? (
          <Nothing onClear={clear} />
        ) : (
          <HistoryList
            pages={pages}
            renderMore={(entry) => <ObjectLinks entry={entry} onOnly={onlyOne} />}
          />
        )}
      </Card>
    </>
  );
}

function Nothing({ onClear }: { onClear: () => void }) {
  const t = useTranslations('common.list');
  return (
    <EmptyState
      title={t('nothingFound')}
      action={
        <Button variant="default" onClick={onClear}>
          {t('clearFilters')}
        </Button>
      }
    />
  );
}

function ObjectLinks(props: { entry: AuditRow; onOnly: (id: string) => void }) {
  const t = useTranslations('audit');
  const kindName = useKindName();
  const to = useTo();
  const { aggregateType, aggregateId: id } = props.entry;
  if (!id) return null;
  const path = objectPath(aggregateType, id);
  return (
    <Group gap="md" fz="sm">
      {path && (
        <Anchor component={UiLink} href={to(path)}>
          {t('open', { kind: kindName(aggregateType) })}
        </Anchor>
      )}
      <Anchor component="button" type="button" onClick={() => props.onOnly(id)}>
        {t('filters.onlyThis')}
      </Anchor>
    </Group>
  );
}
