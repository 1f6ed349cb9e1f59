import type { Pool } from 'pg';
import { SLICES, sliceMsOf, spendingOf } from './sliding-windows.js';
import type { SlidingWindows, WindowState } from './sliding-windows.js';

/**
 * One statement: the conflict locks the row, and what it then reads is what the one before it left.
 * $1 key, $2 units, $3 limit, $4 ms of a slice, $5 how many slices count.
 */
const SPEND = `
with clock as materialized (
  select floor(extract(epoch from clock_timestamp()) * 1000)::bigint as now
), present as materialized (
  select now, floor(now / $4::float8)::bigint as slice from clock
)
insert into gateway.key_values as kv (key, value, expires_at)
select $1, jsonb_build_object('now', now, 'slice', slice, 'allowed', $2::bigint <= $3::bigint, 'slices',
    case when $2::bigint <= $3::bigint then jsonb_build_object(slice::text, $2::bigint) else '{}' end)::text,
  now() + make_interval(secs => $4::float8 * $5::int / 1000)
from present
on conflict (key) do update set expires_at = excluded.expires_at, value = (
  with present as (
    select (excluded.value::jsonb->>'now')::bigint as now, (excluded.value::jsonb->>'slice')::bigint as slice
  ), live as (
    select at::bigint as at, units::bigint as units
    from jsonb_each_text(kv.value::jsonb->'slices') as held (at, units), present
    where at::bigint + $5::int > present.slice
  ), decided as (
    select coalesce(sum(units), 0) + $2::bigint <= $3::bigint as allowed from live
  ), after as (
    select at, sum(units) as units from (
      select at, units from live
      union all select slice, $2::bigint from present, decided where allowed
    ) as each group by at
  )
  select jsonb_build_object('now', now, 'slice', slice, 'allowed', allowed, 'slices',
    coalesce((select jsonb_object_agg(at::text, units) from after), '{}'))::text
  from present, decided
)
returning value`;

/** $1 key, $2 slice, $3 difference. */
const CORRECT = `
update gateway.key_values set value = jsonb_set(value::jsonb, array['slices', $2::text],
  to_jsonb(greatest(0, (value::jsonb->'slices'->>$2::text)::bigint + $3::bigint)))::text
where key = $1 and value::jsonb->'slices' ? $2::text`;

interface Stored extends Omit<WindowState, 'slices'> {
  slices: Record<string, number>;
}

/** Windows in the table of the key-value port. */
export function postgresWindows(pool: Pick<Pool, 'query'>): SlidingWindows {
  return {
    async spend(key, units, window) {
      const values = [key, units, window.units, sliceMsOf(window), SLICES + 1];
      const { rows } = await pool.query<{ value: string }>(SPEND, values);
      const { slices, ...state } = JSON.parse(rows[0]?.value ?? '{}') as Stored;
      const bySlice = Object.entries(slices).map(([at, spent]) => [Number(at), spent] as const);
      return spendingOf({ ...state, slices: bySlice }, units, window);
    },
    async correct(key, slice, difference) {
      await pool.query(CORRECT, [key, String(slice), difference]);
    },
  };
}
