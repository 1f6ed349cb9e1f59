import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { Portfolio } from './two-organizations.js';

export interface Column {
  name: string;
  type: string;
  /** Identity or generated: the database writes it. */
  always: boolean;
  /** Computed from others; it can never be written. */
  computed: boolean;
}
export type TableColumns = Record<string, Column[]>;

/** A unique index or a foreign key, and the columns it stands on. */
export interface Key {
  table: string;
  name: string;
  columns: string[];
}

type Row = Record<string, unknown>;

/** Inserts the row that the first parameter holds as JSON. */
export function insertInto(table: string, columns: TableColumns): string {
  const written = (columns[table] ?? []).filter(({ computed }) => !computed);
  const names = written.map(({ name }) => name).join(', ');
  return `insert into ${table} (${names}) overriding system value
    select ${names} from jsonb_populate_record(null::${table}, $1)`;
}

export async function columnsOf(
  admin: pg.Client,
  tables: readonly string[],
): Promise<TableColumns> {
  const { rows } = await admin.query<Column & { table: string }>(
    `select attrelid::regclass::text as table, attname as name, atttypid::regtype::text as type,
       attidentity <> '' or attgenerated <> '' as always, attgenerated <> '' as computed
     from pg_attribute where attrelid = any ($1::regclass[]) and attnum > 0 and not attisdropped order by attnum`,
    [tables],
  );
  const found: TableColumns = {};
  for (const { table, ...column } of rows) (found[table] ??= []).push(column);
  return found;
}

/**
 * Every unique index, primary keys too. Left out are those over an id alone (or a position): ids are given
 * out by the rooms, never taken from callers, and cannot be guessed.
 */
export async function uniquesOf(admin: pg.Client, tables: readonly string[]): Promise<Key[]> {
  const { rows } = await admin.query<Key>(
    `select i.indrelid::regclass::text as table, i.indexrelid::regclass::text as name,
       array_agg(a.attname::text order by array_position(i.indkey::int2[], a.attnum)) as columns
     from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
     where i.indrelid = any ($1::regclass[]) and i.indisunique group by 1, 2`,
    [tables],
  );
  // Nobody guesses an id, and a place in the outbox is given by the database.
  const unguessable = new Set(['organization_id', 'id', 'position']);
  return rows.filter(({ columns }) => !columns.every((name) => unguessable.has(name)));
}

export async function foreignKeysOf(admin: pg.Client, tables: readonly string[]): Promise<Key[]> {
  const { rows } = await admin.query<Key>(
    `select k.conrelid::regclass::text as table, k.conname as name, array_agg(a.attname::text) as columns
     from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any (k.conkey)
     where k.contype = 'f' and k.conrelid = any ($1::regclass[]) group by 1, 2`,
    [tables],
  );
  return rows;
}

/**
 * B's row as A would write it, once with B's values under the unique key and once, for each column of
 * the key that can differ, with a value that nobody has there; nothing where the key is about the
 * organization or the person alone.
 */
export function collisionsWith(
  { columns }: Key,
  row: Row,
  types: readonly Column[],
  a: Portfolio,
  b: Portfolio,
): { ofB: Row; ofNobody: Row }[] {
  const ours = ofA(row, a, b);
  const withId = !columns.includes('id') && 'id' in row ? { id: randomUUID() } : {};
  return columns
    .filter((name) => name !== 'organization_id' && row[name] !== null && ours[name] === row[name])
    .map((name) => {
      const type = types.find((column) => column.name === name)?.type ?? 'text';
      const ofB = { ...ours, ...withId };
      return { ofB, ofNobody: { ...ofB, [name]: another(type, row[name]) } };
    });
}

/** B's row as A would write it: once pointing at what B has, once at nothing. */
export function referenceTo({ columns }: Key, row: Row, a: Portfolio): Row[] {
  const pointer = columns.find((name) => name !== 'organization_id' && row[name] !== null);
  if (pointer === undefined && !columns.includes('organization_id')) return [];
  const own = { id: randomUUID(), organization_id: a.organization.uuid };
  const ours = { ...row, ...pick(own, row) };
  if (pointer !== undefined) return [ours, { ...ours, [pointer]: randomUUID() }];
  const { organization_id: home } = row;
  return [
    { ...ours, organization_id: home },
    { ...ours, organization_id: randomUUID() },
  ];
}

function pick(values: Row, row: Row): Row {
  return Object.fromEntries(Object.entries(values).filter(([name]) => name in row));
}

/** The row with A's organization and person in the places of B's. */
function ofA(row: Row, a: Portfolio, b: Portfolio): Row {
  const instead = new Map<unknown, string>([
    [b.organization.uuid, a.organization.uuid],
    [b.organization.user.uuid, a.organization.user.uuid],
  ]);
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, instead.get(value) ?? value]),
  );
}

function another(type: string, value: unknown): unknown {
  if (type === 'uuid') return randomUUID();
  if (type === 'integer' || type === 'bigint') return Number(value) + 1_000_000;
  if (type === 'date') return '2222-02-22';
  // As long as before and of capitals and digits: checks of codes still hold.
  return String(value).replace(/[A-Za-z0-9]/g, 'Z');
}
