import { addMonths, type LocalDate, nextLocalMidnight } from '@propertea/kernel';
import pg from 'pg';

const TIME_ZONE = 'America/Chicago';
const POLL_MS = 20;
const PATIENCE_MS = 600_000;

/** The days of properties, looked at and moved as the superuser: a month of them is not what is measured. */
export class DueDays {
  private constructor(private readonly client: pg.Client) {}

  static async of(adminUrl: string): Promise<DueDays> {
    const client = new pg.Client({ connectionString: adminUrl });
    await client.connect();
    return new DueDays(client);
  }

  /** Skips to the beginning of a day: every property's next day is this one. Returns its midnight. */
  async skipTo(day: LocalDate): Promise<Date> {
    const midnight = nextLocalMidnight(new Date(`${day}T00:00:00Z`), TIME_ZONE);
    await this.client.query(
      `update leasing.schedules set due_at = $1, available_at = $1 where name = 'property-day'`,
      [midnight],
    );
    return midnight;
  }

  /** Waits until no property's day is due at that moment. */
  async done(now: Date): Promise<void> {
    const deadline = performance.now() + PATIENCE_MS;
    for (;;) {
      const { rowCount } = await this.client.query(
        `select from leasing.schedules where name = 'property-day' and due_at <= $1 limit 1`,
        [now],
      );
      if (rowCount === 0) return;
      if (performance.now() > deadline) throw new Error('the day of all properties takes too long');
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  }

  async lines(): Promise<number> {
    const { rows } = await this.client.query<{ count: string }>(
      'select count(*) from leasing.charge_lines',
    );
    return Number(rows[0]?.count);
  }

  close(): Promise<void> {
    return this.client.end();
  }
}

/** The first day of the month that comes so many months after a day. */
export function firstOfMonth(day: string, months: number): LocalDate {
  return addMonths(day, months, 1);
}
