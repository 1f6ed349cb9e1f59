import type { EntityManager } from '@mikro-orm/postgresql';

interface Moment {
  organization_id: string;
  name: string;
  key: string;
  due_at: string;
}

const COLUMNS = 'organization_id uuid, name text, key text, due_at timestamptz';
const ROWS_PER_STATEMENT = 1_000;

/** The due moments that one transaction sets; the last word about a key counts. */
export class Moments {
  readonly #moved = new Map<string, Moment>();
  readonly #kept = new Map<string, Moment>();

  set(organizationId: string, name: string, key: string, dueAt: Date, keepsSet: boolean): void {
    const moment = { organization_id: organizationId, name, key, due_at: dueAt.toISOString() };
    (keepsSet ? this.#kept : this.#moved).set(`${organizationId} ${name} ${key}`, moment);
  }

  async write(em: EntityManager, room: string): Promise<void> {
    await this.#write(em, room, this.#kept, 'nothing');
    await this.#write(
      em,
      room,
      this.#moved,
      `update set due_at = excluded.due_at, available_at = excluded.available_at, attempts = 0, last_error = null`,
    );
  }

  async #write(
    em: EntityManager,
    room: string,
    moments: Map<string, Moment>,
    onConflict: string,
  ): Promise<void> {
    // In one order everywhere, so that two transactions wait for each other and never block both.
    const rows = [...moments].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
    moments.clear();
    for (let start = 0; start < rows.length; start += ROWS_PER_STATEMENT) {
      await em.execute(
        /* sql */ `
        insert into ${room}.schedules (organization_id, name, key, due_at, available_at)
        select organization_id, name, key, due_at, due_at from jsonb_to_recordset(?::jsonb) as moments (${COLUMNS})
        on conflict (organization_id, name, key) do ${onConflict}`,
        [JSON.stringify(rows.slice(start, start + ROWS_PER_STATEMENT))],
      );
    }
  }
}
