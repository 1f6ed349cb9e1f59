'use client';

import { Button, Card, Group, NativeSelect } from '@mantine/core';
import { DataTable, EmptyState, ListFooter, LoadingLines, PageHeader, UiLink } from '@propertea/ui';
import { IconPlus } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useQueryStates } from 'nuqs';
import type { ReactNode } from 'react';
import type { Preloaded } from '@/graph/preload';
import { useSeed } from '@/graph/use-seed';
import { useSession, useTo } from '@/session/session-provider';
import { Failure } from '@/shared/failure/failure';
import { usePages } from '@/shared/list/use-pages';
import type { Pages } from '@/shared/list/use-pages';
import { ImportListDocument } from '../gql/graphql';
import type { ImportListQuery, ImportListQueryVariables, ImportState } from '../gql/graphql';
import { useImportListQuery } from '../gql/hooks';
import type { ImportFacts } from '../import-types';
import { NoImports } from '../no-imports';
import { isRunning } from '../stage';
import { useFollowing } from '../use-following';
import { IMPORT_STATES, importListAddress, importListVariables } from './address';
import { useImportColumns } from './columns';

type Props = { preloaded?: Preloaded<ImportListQuery, ImportListQueryVariables> };

/** The imports of the organization: what became of each, and the way to go on with it. */
export function ImportListPage(props: Props) {
  const { rights } = useSession();
  return rights.mayImport ? <Imports {...props} /> : <NoImports />;
}

function Imports({ preloaded }: Props) {
  const t = useTranslations('imports.list');
  const tStates = useTranslations('imports.states');
  const to = useTo();
  const [address, setAddress] = useQueryStates(importListAddress);
  useSeed(ImportListDocument, preloaded);
  const query = useImportListQuery({ variables: importListVariables(address) });
  const pages = usePages(query, ({ imports }) => imports);
  useFollowing(pages.rows.some(isRunning), () => query.refetch().catch(() => undefined));
  const create = (
    <Button
      component={UiLink}
      href={to('/imports/new')}
      leftSection={<IconPlus size={16} aria-hidden />}
    >
      {t('create')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('title')} description={t('what')} actions={create} />
      <Group mb="sm" align="flex-end">
        <NativeSelect
          label={t('filter')}
          value={address.state ?? ''}
          onChange={({ currentTarget }) =>
            void setAddress({ state: (currentTarget.value as ImportState) || null })
          }
        >
          <option value="">{t('all')}</option>
          {IMPORT_STATES.map((state) => (
            <option key={state} value={state}>
              {tStates(state)}
            </option>
          ))}
        </NativeSelect>
      </Group>
      <Card withBorder padding="xs">
        <Rows
          pages={pages}
          direction={address.sort}
          onDirection={(sort) => void setAddress({ sort })}
          empty={
            address.state ? (
              <EmptyState
                title={t('nothing')}
                action={
                  <Button variant="default" onClick={() => void setAddress({ state: null })}>
                    {t('all')}
                  </Button>
                }
              />
            ) : (
              <EmptyState title={t('empty.title')} action={create}>
                {t('empty.what')}
              </EmptyState>
            )
          }
        />
      </Card>
    </>
  );
}

function Rows(props: {
  pages: Pages<ImportFacts>;
  direction: 'ASC' | 'DESC';
  onDirection: (direction: 'ASC' | 'DESC') => void;
  empty: ReactNode;
}) {
  const { pages } = props;
  const t = useTranslations('imports.list');
  const columns = useImportColumns();
  if (pages.isLoading) return <LoadingLines />;
  if (pages.failure) return <Failure failure={pages.failure} retry={pages.retry} />;
  if (pages.rows.length === 0) return props.empty;
  return (
    <>
      <DataTable
        caption={t('title')}
        columns={columns}
        rows={pages.rows}
        rowKey={({ id }) => id}
        rowName={({ fileName }) => fileName}
        sort={{ field: 'CREATED_AT', direction: props.direction }}
        onSort={({ direction }) => props.onDirection(direction)}
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
