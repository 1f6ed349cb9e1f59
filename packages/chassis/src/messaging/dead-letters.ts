import { asAdmin } from '../store/index.js';
import { INBOX_DAYS } from './housekeeping.js';

/** A fact that a room refused until its last try. */
export interface DeadLetter {
  /** Its place in the transport; names it in the other functions. */
  position: string;
  /** The room whose queue it is in. */
  room: string;
  type: string;
  eventId: string;
  organizationId: string | null;
  attempts: number;
  deadAt: Date;
  reason: string;
}

/** Which letters: of one room, one by its position, or all where nothing is said. */
export interface DeadLetterSelection {
  room?: string | undefined;
  position?: string | undefined;
}

const CHOSEN = /* sql */ `dead_at is not null and ($1::text is null or queue = $1)
  and ($2::bigint is null or position = $2::bigint)`;

/** What is no envelope has no time, and no effect either. */
const REPLAYABLE = /* sql */ `coalesce(envelope->>'time', now()::text)::timestamptz > now() - interval '${INBOX_DAYS} days'`;

const parameters = ({ room, position }: DeadLetterSelection) => [room ?? null, position ?? null];

/**
 * The dead letters, oldest first, at most `limit` (100), behind the position `after`; payloads stay out,
 * they may be personal.
 */
export async function listDeadLetters(
  adminUrl: string,
  {
    limit = 100,
    after,
    ...selection
  }: DeadLetterSelection & { limit?: number; after?: string | undefined } = {},
): Promise<DeadLetter[]> {
  return asAdmin(adminUrl, async (client) => {
    const { rows } = await client.query<DeadLetter>(
      /* sql */ `
      select position::text as position, queue as room, envelope->>'type' as type, envelope->>'id' as "eventId",
        envelope->>'organizationid' as "organizationId", attempts, dead_at as "deadAt", coalesce(last_error, '') as reason
      from bus.deliveries where ${CHOSEN} and position > $4::bigint
      order by bus.deliveries.position limit $3`,
      [...parameters(selection), limit, after ?? 0],
    );
    return rows;
  });
}

/**
 * Gives the letters all their tries again, beginning now, and wakes their rooms; those older than the inbox
 * stay dead. Returns how many.
 */
export async function replayDeadLetters(
  adminUrl: string,
  selection: DeadLetterSelection = {},
): Promise<number> {
  return change(
    adminUrl,
    /* sql */ `
    with replayed as (
      update bus.deliveries set dead_at = null, attempts = 0, available_at = now() where ${CHOSEN}
        and ${REPLAYABLE} returning queue
    ), woken as (
      select count(pg_notify('bus', queue)) from (select distinct queue from replayed) q
    )
    select (select count(*)::int from replayed) as changed, (select * from woken) as woken`,
    selection,
  );
}

/** Deletes the letters for good. Returns how many. */
export async function purgeDeadLetters(
  adminUrl: string,
  selection: DeadLetterSelection = {},
): Promise<number> {
  return change(
    adminUrl,
    /* sql */ `
    with purged as (delete from bus.deliveries where ${CHOSEN} returning 1)
    select count(*)::int as changed from purged`,
    selection,
  );
}

async function change(
  adminUrl: string,
  sql: string,
  selection: DeadLetterSelection,
): Promise<number> {
  return asAdmin(adminUrl, async (client) => {
    const { rows } = await client.query<{ changed: number }>(sql, parameters(selection));
    return rows[0]?.changed ?? 0;
  });
}
