import { asAdmin } from '@propertea/chassis/store';

/** A fact that a room refused again and again. */
export interface DeadLetter {
  /** Its place in the transport; names it in the other functions. */
  readonly position: string;
  readonly queue: string;
  readonly type: string;
  readonly eventId: string;
  readonly organizationId: string | null;
  readonly attempts: number;
  readonly deadAt: Date;
  readonly reason: string;
}

/** Which letters: of one room, one by its position, or all. */
export interface Selection {
  readonly queue?: string | undefined;
  readonly position?: string | undefined;
}

const CHOSEN = `dead_at is not null and ($1::text is null or queue = $1)
  and ($2::bigint is null or position = $2)`;

const chosen = ({ queue, position }: Selection) => [queue ?? null, position ?? null];

/** The dead letters, oldest first; payloads are not shown, they may hold personal data. */
export async function listDeadLetters(
  adminUrl: string,
  selection: Selection,
): Promise<DeadLetter[]> {
  return asAdmin(adminUrl, async (client) => {
    const { rows } = await client.query<DeadLetter>(
      `select position::text as position, queue, envelope->>'type' as type, envelope->>'id' as "eventId",
              envelope->>'organizationid' as "organizationId", attempts, dead_at as "deadAt",
              coalesce(last_error, '') as reason
       from bus.deliveries where ${CHOSEN} order by position limit 1000`,
      chosen(selection),
    );
    return rows;
  });
}

/** Gives the letters all their attempts again, beginning now. Returns how many. */
export async function replayDeadLetters(adminUrl: string, selection: Selection): Promise<number> {
  return change(
    adminUrl,
    `update bus.deliveries set dead_at = null, attempts = 0, available_at = now() where ${CHOSEN}`,
    selection,
  );
}

/** Deletes the letters for good. Returns how many. */
export async function purgeDeadLetters(adminUrl: string, selection: Selection): Promise<number> {
  return change(adminUrl, `delete from bus.deliveries where ${CHOSEN}`, selection);
}

async function change(adminUrl: string, sql: string, selection: Selection): Promise<number> {
  return asAdmin(adminUrl, async (client) => {
    const { rowCount } = await client.query(sql, chosen(selection));
    return rowCount ?? 0;
  });
}
