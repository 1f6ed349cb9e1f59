'use client';

import { Button, Card, Group } from '@mantine/core';
import {
  ColumnMenu,
  DataTable,
  EmptyState,
  ListFooter,
  LoadingLines,
  SearchInput,
  shownColumns,
} from '@propertea/ui';
import type { Column, Sort } from '@propertea/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { Failure } from '../failure/failure';
import { ExportButton } from './export-button';
import { SortChoice } from './sort-choice';
import type { Connection, Pages } from './use-pages';
import { ViewsMenu } from './views-menu';

interface Address<Field extends string> {
  q: string;
  sort: Sort<Field>;
  columns: string[] | null;
}

export interface ObjectListProps<Row extends { id: string }, Field extends string> {
  /** Names the list in files and saved views, such as `properties`. */
  name: string;
  caption: string;
  searchLabel: string;
  columns: readonly Column<Row, Field>[];
  rowName: (row: Row) => string;
  pages: Pages<Row>;
  address: Address<Field>;
  onAddress: (change: Partial<Address<Field>>) => void;
  loadForExport: (after: string | null) => Promise<Connection<Row>>;
  filters?: ReactNode;
  /** What can be done with the chosen rows; `clear` chooses none. */
  renderBulk?: (chosen: readonly Row[], clear: () => void) => ReactNode;
  isFiltered: boolean;
  onClearFilters: () => void;
  empty: ReactNode;
}

/** A list of the graph: search, filters, sort and columns live in the address; more rows come on request. */
export function ObjectList<Row extends { id: string }, Field extends string>(
  props: ObjectListProps<Row, Field>,
) {
  const { pages, address, onAddress, rowName } = props;
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const columns = shownColumns(props.columns, address.columns);
  const chosen = pages.rows.filter(({ id }) => selected.has(id));
  return (
    <>
      <Group mb="sm" gap="xs" align="flex-end">
        <SearchInput
          label={props.searchLabel}
          value={address.q}
          onSearch={(q) => onAddress({ q })}
        />
        {props.filters}
        <Group gap="xs" ml="auto">
          {/* What is being done with rows goes on when they leave the list. */}
          {selected.size > 0 && props.renderBulk?.(chosen, () => setSelected(new Set()))}
          <SortChoice
            columns={props.columns}
            sort={address.sort}
            onSort={(sort) => onAddress({ sort })}
          />
          <ColumnMenu
            columns={props.columns}
            chosen={address.columns}
            onChoose={(keys) => onAddress({ columns: keys })}
          />
          <ViewsMenu list={props.name} />
          <ExportButton
            fileName={props.name}
            columns={columns}
            chosen={chosen}
            load={props.loadForExport}
          />
        </Group>
      </Group>
      <Card withBorder padding="xs">
        <Rows
          {...props}
          columns={columns}
          rowName={rowName}
          selected={selected}
          onSelect={setSelected}
        />
      </Card>
    </>
  );
}

function Rows<Row extends { id: string }, Field extends string>(
  props: ObjectListProps<Row, Field> & {
    selected: ReadonlySet<string>;
    onSelect: (selected: ReadonlySet<string>) => void;
  },
) {
  const { pages } = props;
  const t = useTranslations('common.list');
  if (pages.isLoading) return <LoadingLines />;
  if (pages.failure) return <Failure failure={pages.failure} retry={pages.retry} />;
  if (pages.rows.length === 0 && props.isFiltered) {
    return (
      <EmptyState
        title={t('nothingFound')}
        action={
          <Button variant="default" onClick={props.onClearFilters}>
            {t('clearFilters')}
          </Button>
        }
      >
        {t('tryOther')}
      </EmptyState>
    );
  }
  if (pages.rows.length === 0) return props.empty;
  return (
    <>
      <DataTable
        caption={props.caption}
        columns={props.columns}
        rows={pages.rows}
        rowKey={({ id }) => id}
        rowName={props.rowName}
        sort={props.address.sort}
        onSort={(sort) => props.onAddress({ sort })}
        selected={props.selected}
        onSelect={props.onSelect}
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
