import type { EntityManager } from '@mikro-orm/postgresql';
import { asAdmin } from '../store/index.js';
import {
  badCursor,
  cursorOf,
  type DeadLetter,
  type DeadLetterChoice,
  type DeadLetters,
  momentOf,
  placeOf,
} from './dead-letters.js';

/** Runs SQL whose parameters are question marks. */
type Run = <Row extends object>(sql: string, parameters: unknown[]) => Promise<Row[]>;

const MICROS = '(extract(epoch from dead_at) * 1000000)::bigint';
const FILTER = /* sql */ `dead_at is not null and (?::text is null or queue = ?) and (?::text is null or envelope->>'type' = ?)`;

/**
 * The dead letters in the transaction of `em`, as far as its role may see them; a replay or purge counts
 * once that is committed.
 */
export function deadLettersIn(em: EntityManager): DeadLetters {
  return deadLettersBy((sql, parameters) => em.execute(sql, parameters));
}

/** The dead letters of a whole database. */
export function deadLettersOf(adminUrl: string): DeadLetters {
  return deadLettersBy((sql, parameters) =>
    asAdmin(adminUrl, async (client) => {
      let place = 0;
      const numbered = sql.replaceAll('?', () => `$${++place}`);
      return (await client.query(numbered, parameters)).rows;
    }),
  );
}

interface Row extends Omit<DeadLetter, 'occurredAt' | 'diedAt'> {
  micros: string;
  time: string | null;
}

function deadLettersBy(run: Run): DeadLetters {
  const count = async (sql: string, parameters: unknown[]) => {
    const [row] = await run<{ count: number }>(sql, parameters);
    return row?.count ?? 0;
  };
  return {
    async page({ room = null, type = null }, { first, after }) {
      const filter = [room, room, type, type];
      const place = after ? placeOf(after) : undefined;
      if (place && !/^\d{1,18}$/.test(place.position)) throw badCursor();
      const from = [place?.micros ?? null, place?.micros ?? null, place?.position ?? null];
      const rows = await run<Row>(
        /* sql */ `
        select position::text as position, ${MICROS}::text as micros, queue as room, envelope->>'type' as type,
          envelope->>'id' as "eventId", envelope->>'organizationid' as "organizationId", attempts,
          coalesce(last_error, '') as reason, envelope->>'time' as time, envelope->>'correlationid' as "correlationId"
        from bus.deliveries as letter where ${FILTER}
          and (?::bigint is null or (${MICROS}, letter.position) < (?::bigint, ?::bigint))
        order by dead_at desc, letter.position desc limit ?::bigint`,
        [...filter, ...from, first + 1],
      );
      return {
        edges: rows.slice(0, first).map(({ micros, time, ...letter }) => ({
          cursor: cursorOf({ micros, position: letter.position }),
          node: {
            ...letter,
            occurredAt: momentOf(time),
            diedAt: new Date(Number(micros) / 1_000),
          },
        })),
        hasNextPage: rows.length > first,
        hasPreviousPage: Boolean(after),
        totalCount: () =>
          count(`select count(*)::int as count from bus.deliveries where ${FILTER}`, filter),
      };
    },
    replay(choice) {
      const { condition, parameters } = chosen(choice);
      return count(
        /* sql */ `
        select bus.replay_dead(array(
          select position from bus.deliveries where dead_at is not null and ${condition})) as count`,
        parameters,
      );
    },
    purge(choice) {
      const { condition, parameters } = chosen(choice);
      return count(
        /* sql */ `
        with purged as (delete from bus.deliveries where dead_at is not null and ${condition} returning 1)
        select count(*)::int as count from purged`,
        parameters,
      );
    },
  };
}

function chosen(choice: DeadLetterChoice): { condition: string; parameters: string[] } {
  if ('all' in choice) return { condition: 'true', parameters: [] };
  if ('room' in choice) return { condition: 'queue = ?', parameters: [choice.room] };
  const letters = choice.letters.filter(({ position }) => /^\d{1,18}$/.test(position));
  return {
    condition: `(queue, position) in (select letter->>'room', (letter->>'position')::bigint
      from jsonb_array_elements(?::jsonb) as letter)`,
    parameters: [JSON.stringify(letters)],
  };
}
