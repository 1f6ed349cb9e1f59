import { newId } from '@propertea/kernel';
import { Queues, type TestRoom } from '@propertea/testkit';

/** Rooms in whose queues these tests lay letters. */
export const ROOMS = ['identity', 'organizations', 'properties'];

/** The queues of rooms that do not run here, reached past the transport. */
export interface Boxes {
  /** Lays events of these types there, the dead ones a second apart, the last one latest. */
  lay(room: string, types: readonly (string | null)[], isDead?: boolean): Promise<void>;
  count(room: string): Promise<{ live: number; dead: number }>;
  empty(): Promise<void>;
}

const REASON = 'cannot stomach it';

function envelopeOf(type: string | null, organizationId: string) {
  return {
    ...(type && { type }),
    id: newId(),
    organizationid: organizationId,
    correlationid: 'request-7',
    time: '2026-11-01T10:00:00.000Z',
    data: { email: 'ada@example.test' },
  };
}

export function postgresBoxes(running: TestRoom, organizationId: string): Boxes {
  return {
    async lay(room, types, isDead = true) {
      for (const [index, type] of types.entries()) {
        await running.sql(
          `insert into bus.deliveries (queue, envelope, attempts, dead_at, last_error)
           values ($1, $2, 10, case when $3 then now() + make_interval(secs => $4) end, $5)`,
          [room, JSON.stringify(envelopeOf(type, organizationId)), isDead, index, REASON],
        );
      }
    },
    async count(room) {
      const [row] = await running.sql<{ live: number; dead: number }>(
        `select count(*) filter (where dead_at is null)::int as live,
           count(dead_at)::int as dead from bus.deliveries where queue = $1`,
        [room],
      );
      return row ?? { live: 0, dead: 0 };
    },
    empty: async () => void (await running.sql('delete from bus.deliveries')),
  };
}

export function rabbitBoxes(url: string, organizationId: string): Boxes {
  const queues = new Queues(url);
  return {
    lay: (room, types, isDead = true) =>
      queues.lay(
        room,
        types.map((type, index) => ({
          content: envelopeOf(type, organizationId),
          headers: {
            'x-attempts': 10,
            'x-reason': REASON,
            'x-dead-at': new Date(Date.now() + index * 1_000).toISOString(),
          },
        })),
        isDead ? 'dead' : 'live',
      ),
    count: (room) => queues.count(room),
    async empty() {
      for (const room of ROOMS) await queues.empty(room);
    },
  };
}
