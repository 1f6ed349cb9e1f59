import type { EntityManager } from '@mikro-orm/postgresql';
import { Fault } from '@propertea/kernel';
import type { Page } from '../store/index.js';

/** A dead letter as an operator sees it: all but its payload. */
export interface DeadLetterView {
  position: string;
  room: string;
  type: string | null;
  eventId: string | null;
  attempts: number;
  reason: string;
  occurredAt: Date | null;
  diedAt: Date;
  correlationId: string | null;
}

/** Single letters, or all of a room. */
export type DeadLetterChoice =
  | { room: string }
  | { letters: readonly { room: string; position: string }[] };

const MICROS = '(extract(epoch from dead_at) * 1000000)::bigint';
const FILTER = /* sql */ `dead_at is not null and (?::text is null or queue = ?) and (?::text is null or envelope->>'type' = ?)`;

/**
 * A page of the dead letters that the role of `em` may see, the latest first.
 * Throws BAD_USER_INPUT for a cursor that is none.
 */
export async function deadLetterPage(
  em: EntityManager,
  { room, type }: { room: string | null; type: string | null },
  { first, after }: { first: number; after?: string | null },
): Promise<Page<DeadLetterView>> {
  const filter = [room, room, type, type];
  const [micros, position] = after ? placeOf(after) : [null, null];
  const rows = await em.execute<Row[]>(
    /* sql */ `
    select position::text as position, ${MICROS}::text as micros, queue as room, envelope->>'type' as type,
      envelope->>'id' as "eventId", attempts, coalesce(last_error, '') as reason, envelope->>'time' as time,
      envelope->>'correlationid' as "correlationId"
    from bus.deliveries as letter where ${FILTER}
      and (?::bigint is null or (${MICROS}, letter.position) < (?::bigint, ?::bigint))
    order by dead_at desc, letter.position desc limit ?`,
    [...filter, micros, micros, position, first + 1],
  );
  return {
    edges: rows.slice(0, first).map((row) => ({
      cursor: Buffer.from(`${row.micros}.${row.position}`).toString('base64url'),
      node: viewOf(row),
    })),
    hasNextPage: rows.length > first,
    hasPreviousPage: Boolean(after),
    async totalCount() {
      const [row] = await em.execute<{ count: number }[]>(
        `select count(*)::int as count from bus.deliveries where ${FILTER}`,
        filter,
      );
      return row?.count ?? 0;
    },
  };
}

/** Gives the letters all their tries again, beginning now, and wakes their rooms. Returns how many. */
export async function replayDead(em: EntityManager, choice: DeadLetterChoice): Promise<number> {
  const { condition, parameters } = chosen(choice);
  const [row] = await em.execute<{ count: number }[]>(
    /* sql */ `
    select bus.replay_dead(array(
      select position from bus.deliveries where dead_at is not null and ${condition})) as count`,
    parameters,
  );
  return row?.count ?? 0;
}

/** Deletes the letters for good. Returns how many. */
export async function purgeDead(em: EntityManager, choice: DeadLetterChoice): Promise<number> {
  const { condition, parameters } = chosen(choice);
  const [row] = await em.execute<{ count: number }[]>(
    /* sql */ `
    with purged as (delete from bus.deliveries where dead_at is not null and ${condition} returning 1)
    select count(*)::int as count from purged`,
    parameters,
  );
  return row?.count ?? 0;
}

interface Row extends Omit<DeadLetterView, 'occurredAt' | 'diedAt'> {
  micros: string;
  time: string | null;
}

function viewOf({ micros, time, ...letter }: Row): DeadLetterView {
  const occurredAt = new Date(time ?? '');
  return {
    ...letter,
    occurredAt: Number.isNaN(occurredAt.getTime()) ? null : occurredAt,
    diedAt: new Date(Number(micros) / 1_000),
  };
}

function placeOf(cursor: string): [string, string] {
  const match = /^(\d{1,18})\.(\d{1,18})$/.exec(Buffer.from(cursor, 'base64url').toString());
  if (match?.[1] && match[2]) return [match[1], match[2]];
  throw new Fault('BAD_USER_INPUT', 'This is no cursor of the list.');
}

function chosen(choice: DeadLetterChoice): { condition: string; parameters: string[] } {
  if ('room' in choice) return { condition: 'queue = ?', parameters: [choice.room] };
  return {
    condition: `(queue, position) in (select letter->>'room', (letter->>'position')::bigint
      from jsonb_array_elements(?::jsonb) as letter)`,
    parameters: [JSON.stringify(choice.letters)],
  };
}
