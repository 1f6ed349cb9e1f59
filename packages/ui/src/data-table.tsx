'use client';

import { Checkbox, Group, Table, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconArrowsSort } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useUiTexts } from './texts';

export type SortDirection = 'ASC' | 'DESC';

export interface Column<Row, Field extends string = string> {
  key: string;
  title: string;
  render: (row: Row) => ReactNode;
  /** The field of the server's sort, where it can be sorted by. */
  sortField?: Field;
  isNumber?: boolean;
  /** May take more than one line. */
  wraps?: boolean;
  /** Cannot be hidden: it names the row. */
  isFixed?: boolean;
  /** Hidden until somebody chooses it. */
  isHiddenAtFirst?: boolean;
  /** As text for CSV; left out of it without. */
  text?: (row: Row) => string | number | null | undefined;
}

export interface Sort<Field extends string = string> {
  field: Field;
  direction: SortDirection;
}

export interface DataTableProps<Row, Field extends string> {
  caption: string;
  columns: readonly Column<Row, Field>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** How a row is called where it is chosen. */
  rowName?: (row: Row) => string;
  sort?: Sort<Field>;
  onSort?: (sort: Sort<Field>) => void;
  /** Keys of the chosen rows; no check boxes without `onSelect`. */
  selected?: ReadonlySet<string>;
  onSelect?: (selected: ReadonlySet<string>) => void;
  isBusy?: boolean;
}

/** A list of objects: sorted by its headers, chosen by check boxes, a card a row on phones. */
export function DataTable<Row, Field extends string = string>(props: DataTableProps<Row, Field>) {
  const { rows, columns, rowKey, selected, onSelect } = props;
  const texts = useUiTexts();
  const keys = rows.map(rowKey);
  const chosen = keys.filter((key) => selected?.has(key)).length;
  const toggle = (key: string) => {
    const next = new Set(selected);
    if (!next.delete(key)) next.add(key);
    onSelect?.(next);
  };
  return (
    <div
      className="ui-table-scroll"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard
      tabIndex={0}
      role="region"
      aria-label={props.caption}
      aria-busy={props.isBusy}
    >
      <Table
        className="ui-table"
        highlightOnHover
        verticalSpacing="xs"
        style={props.isBusy ? { opacity: 0.6 } : undefined}
      >
        <caption className="ui-visually-hidden">{props.caption}</caption>
        <Table.Thead>
          <Table.Tr>
            {onSelect && (
              <Table.Th w={40}>
                <Checkbox
                  aria-label={texts.selectAll}
                  checked={chosen > 0 && chosen === keys.length}
                  indeterminate={chosen > 0 && chosen < keys.length}
                  onChange={() => onSelect(new Set(chosen === keys.length ? [] : keys))}
                />
              </Table.Th>
            )}
            {columns.map((column) => (
              <HeaderCell
                key={column.key}
                column={column}
                sort={props.sort}
                onSort={props.onSort}
              />
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => {
            const key = rowKey(row);
            return (
              <Table.Tr
                key={key}
                bg={selected?.has(key) ? 'var(--mantine-primary-color-light)' : undefined}
              >
                {onSelect && (
                  <Table.Td>
                    <Checkbox
                      aria-label={`${texts.selectRow} ${props.rowName?.(row) ?? ''}`.trim()}
                      checked={selected?.has(key) ?? false}
                      onChange={() => toggle(key)}
                    />
                  </Table.Td>
                )}
                {columns.map((column) => (
                  <Table.Td
                    key={column.key}
                    data-label={column.title}
                    data-number={column.isNumber || undefined}
                    data-wrap={column.wraps || undefined}
                  >
                    {column.render(row)}
                  </Table.Td>
                ))}
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function HeaderCell<Row, Field extends string>(props: {
  column: Column<Row, Field>;
  sort: Sort<Field> | undefined;
  onSort: ((sort: Sort<Field>) => void) | undefined;
}) {
  const { column, sort, onSort } = props;
  const texts = useUiTexts();
  const { sortField: field } = column;
  const direction = field && sort?.field === field ? sort.direction : undefined;
  const ariaSort = direction && (direction === 'ASC' ? 'ascending' : 'descending');
  if (!field || !onSort) {
    return <Table.Th data-number={column.isNumber || undefined}>{column.title}</Table.Th>;
  }
  const next: SortDirection = direction === 'ASC' ? 'DESC' : 'ASC';
  const Icon =
    direction === 'ASC' ? IconArrowUp : direction === 'DESC' ? IconArrowDown : IconArrowsSort;
  return (
    <Table.Th aria-sort={ariaSort ?? 'none'} data-number={column.isNumber || undefined}>
      <UnstyledButton
        onClick={() => onSort({ field, direction: next })}
        title={next === 'ASC' ? texts.sortAscending : texts.sortDescending}
        fz="inherit"
        fw="inherit"
      >
        <Group gap={4} wrap="nowrap" justify={column.isNumber ? 'flex-end' : 'flex-start'}>
          {column.title}
          <Icon size={14} aria-hidden opacity={direction ? 1 : 0.5} />
        </Group>
      </UnstyledButton>
    </Table.Th>
  );
}
