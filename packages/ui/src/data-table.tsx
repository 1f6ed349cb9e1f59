'use client';

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
      <table className="ui-table" data-busy={props.isBusy || undefined}>
        <caption className="ui-visually-hidden">{props.caption}</caption>
        <thead>
          <tr>
            {onSelect && (
              <th>
                <input
                  type="checkbox"
                  aria-label={texts.selectAll}
                  checked={chosen > 0 && chosen === keys.length}
                  ref={(box) => {
                    if (box) box.indeterminate = chosen > 0 && chosen < keys.length;
                  }}
                  onChange={() => onSelect(new Set(chosen === keys.length ? [] : keys))}
                />
              </th>
            )}
            {columns.map((column) => (
              <HeaderCell
                key={column.key}
                column={column}
                sort={props.sort}
                onSort={props.onSort}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const key = rowKey(row);
            return (
              <tr key={key} data-chosen={selected?.has(key) || undefined}>
                {onSelect && (
                  <td>
                    <input
                      type="checkbox"
                      aria-label={`${texts.selectRow} ${props.rowName?.(row) ?? ''}`.trim()}
                      checked={selected?.has(key) ?? false}
                      onChange={() => toggle(key)}
                    />
                  </td>
                )}
                {columns.map((column) => (
                  <td
                    key={column.key}
                    data-label={column.title}
                    data-number={column.isNumber || undefined}
                    data-wrap={column.wraps || undefined}
                  >
                    {column.render(row)}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
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
    return <th data-number={column.isNumber || undefined}>{column.title}</th>;
  }
  const next: SortDirection = direction === 'ASC' ? 'DESC' : 'ASC';
  const Icon =
    direction === 'ASC' ? IconArrowUp : direction === 'DESC' ? IconArrowDown : IconArrowsSort;
  return (
    <th aria-sort={ariaSort ?? 'none'} data-number={column.isNumber || undefined}>
      <button
        type="button"
        className="ui-sort"
        onClick={() => onSort({ field, direction: next })}
        title={next === 'ASC' ? texts.sortAscending : texts.sortDescending}
      >
        {column.title}
        <Icon size={14} aria-hidden opacity={direction ? 1 : 0.5} />
      </button>
    </th>
  );
}
