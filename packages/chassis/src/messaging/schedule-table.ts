import type { EntityManager } from '@mikro-orm/postgresql';

/** Longest pause between two tries, in seconds; the pauses double from one second. */
export const MAX_PAUSE_SECONDS = 300;
/** How many due rows are looked at for one whose turn no other process has taken. */
const LOOK_AHEAD = 1_000;

/** A due moment, its row locked until the transaction ends. */
export interface DueMoment {
  organizationId: string;
  name: string;
  key: string;
  dueAt: Date;
  attempts: number;
}

/**
 * Due, and not in the pause after a failure. A pause that is longer than the longest was counted by a
 * clock that has been put back since: it is over.
 */
const DUE = /* sql */ `due_at <= ?::timestamptz and not (attempts > 0 and available_at > ?::timestamptz
  and available_at <= ?::timestamptz + interval '${MAX_PAUSE_SECONDS} seconds')`;

const listed = (names: readonly string[]) => `{${names.join(',')}}`;

/**
 * The earliest due moment, locked together with the turn of its organization and name, so that their
 * moments run one after the other by date. 'none' is due, or all turns are taken; 'again' where
 * the row was moved while its turn was taken.
 */
export async function takeMoment(
  em: EntityManager,
  room: string,
  names: readonly string[],
  now: Date,
): Promise<DueMoment | 'none' | 'again'> {
  const [turn] = await em.execute<{ organization_id: string; name: string }[]>(
    /* sql */ `
    select organization_id, name from (
      select organization_id, name from ${room}.schedules where name = any (?::text[]) and ${DUE}
      order by due_at, organization_id, name, key limit ${LOOK_AHEAD}
    ) due
    where pg_try_advisory_xact_lock(hashtext('${room}.schedules'), hashtext(organization_id::text || name)) limit 1`,
    [listed(names), now, now, now],
  );
  if (!turn) return 'none';
  // A statement of its own: it sees what the last holder of the turn has committed.
  const [row] = await em.execute<{ key: string; due_ms: string; attempts: number }[]>(
    /* sql */ `
    select key, (extract(epoch from due_at) * 1000)::bigint::text as due_ms, attempts from ${room}.schedules
    where organization_id = ? and name = ? and ${DUE} order by due_at, key limit 1 for update`,
    [turn.organization_id, turn.name, now, now, now],
  );
  if (!row) return 'again';
  return {
    organizationId: turn.organization_id,
    name: turn.name,
    key: row.key,
    dueAt: new Date(Number(row.due_ms)),
    attempts: row.attempts,
  };
}

/** Puts the next moment into the place of the one that was run, or takes the row away. */
export async function moveOn(
  em: EntityManager,
  room: string,
  { organizationId, name, key }: DueMoment,
  next: Date | null,
): Promise<void> {
  const which = 'where organization_id = ? and name = ? and key = ?';
  if (next === null) {
    await em.execute(`delete from ${room}.schedules ${which}`, [organizationId, name, key]);
    return;
  }
  await em.execute(
    `update ${room}.schedules set due_at = ?, available_at = ?, attempts = 0, last_error = null ${which}`,
    [next, next, organizationId, name, key],
  );
}

/** Notes a failed run and its pause, unless the moment was run or moved by somebody since. */
export async function noteFailure(
  em: EntityManager,
  room: string,
  { organizationId, name, key, dueAt, attempts }: DueMoment,
  reason: string,
  now: Date,
): Promise<void> {
  const pause = Math.min(2 ** attempts, MAX_PAUSE_SECONDS);
  await em.execute(
    /* sql */ `
    update ${room}.schedules set attempts = ?, last_error = ?, available_at = ?
    where organization_id = ? and name = ? and key = ? and due_at = ?`,
    [
      attempts + 1,
      reason.slice(0, 500).replaceAll('\0', ''),
      new Date(now.getTime() + pause * 1_000),
      organizationId,
      name,
      key,
      dueAt,
    ],
  );
}

/** Milliseconds from `now` until the next moment or try; zero where one is due, null where none waits. */
export async function untilNext(
  em: EntityManager,
  room: string,
  names: readonly string[],
  now: Date,
): Promise<number | null> {
  const [row] = await em.execute<{ wait: number | null }[]>(
    /* sql */ `
    select case when exists (select from ${room}.schedules where name = any (?::text[]) and ${DUE}) then 0
      else (select extract(epoch from available_at - ?::timestamptz)::float8 * 1000 from ${room}.schedules
            where name = any (?::text[]) order by available_at limit 1) end as wait`,
    [listed(names), now, now, now, now, listed(names)],
  );
  return row?.wait ?? null;
}
