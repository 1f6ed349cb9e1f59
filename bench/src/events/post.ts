import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Messenger, on } from '@propertea/chassis/messaging';
import { createLogger } from '@propertea/chassis/runtime';
import { asAdmin, migrateRoom, provisionPlatform, Store } from '@propertea/chassis/store';
import { defineEvent, systemClock } from '@propertea/kernel';
import { Pool } from 'pg';
import { z } from 'zod';
import type { Stand } from '../stand.js';

const letterSent = defineEvent({
  type: 'letter.sent',
  version: 1,
  data: z.object({ number: z.number() }),
});

/** A room that hears what it says: its outbox, the transport, its inbox and one row for each event. */
export class Post {
  private constructor(
    private readonly room: string,
    private readonly store: Store,
    private readonly messenger: Messenger,
    private readonly admin: Pool,
  ) {}

  static async open(stand: Stand, room: string, amqpUrl?: string): Promise<Post> {
    const { adminUrl } = stand;
    const migrations = join(stand.directory, room);
    await mkdir(migrations);
    await provisionPlatform(adminUrl);
    const definition = { name: room, migrations: pathToFileURL(`${migrations}/`) };
    await migrateRoom(definition, adminUrl, 'bench');
    await asAdmin(adminUrl, (client) =>
      client.query(/* sql */ `
        create table ${room}.effects (
          position bigint generated always as identity primary key,
          organization_id uuid not null, event_id uuid not null, sent_at timestamptz not null);
        alter table ${room}.effects owner to ${room}_owner;
        create index on ${room}.effects (organization_id);
        select app.protect('${room}.effects', 'organization')`),
    );
    await makePastDays(adminUrl, room);
    const url = new URL(adminUrl);
    url.username = `${room}_login`;
    url.password = 'bench';
    const databaseUrl = url.href;
    const store = await Store.open({ room, databaseUrl, poolMax: 5, entities: [] });
    const effect = on(letterSent, async ({ event, em }) => {
      await em.execute(
        `insert into ${room}.effects (organization_id, event_id, sent_at) values (?, ?, ?)`,
        [event.organizationid, event.id, event.time],
      );
    });
    const logger = createLogger('bench', 'error');
    const messenger = new Messenger({
      store,
      consumers: [effect],
      clock: systemClock,
      logger,
      databaseUrl,
      amqpUrl,
    });
    await messenger.start();
    const admin = new Pool({ connectionString: adminUrl, max: 2 });
    // Its last connections may still be closing when the database stops.
    admin.on('error', () => undefined);
    return new Post(room, store, messenger, admin);
  }

  /** Events per second from the commit of so many outbox rows to the last of their effects. */
  async drain(count: number): Promise<number> {
    await this.#clear();
    await this.#write(count);
    const begun = performance.now();
    this.messenger.wake();
    await this.#until(count);
    const seconds = (performance.now() - begun) / 1_000;
    const { rows } = await this.admin.query(
      `select count(*)::int as effects, count(distinct event_id)::int as events from ${this.room}.effects`,
    );
    if (rows[0].effects !== count || rows[0].events !== count) {
      throw new Error(`${count} were sent, and had ${rows[0].effects} effects.`);
    }
    return count / seconds;
  }

  /** Milliseconds from writing an event until its effect can be read, of so many at this rate. */
  async latencies(count: number, perSecond: number): Promise<number[]> {
    await this.#clear();
    const found: number[] = [];
    const begun = performance.now();
    let sent = 0;
    let last = '0';
    while (found.length < count) {
      const due = Math.min(count, Math.floor(((performance.now() - begun) * perSecond) / 1_000));
      if (due > sent) {
        await this.#write(due - sent);
        sent = due;
        this.messenger.wake();
      }
      const { rows } = await this.admin.query<{ position: string; waited: number }>(
        `select position::text as position, extract(epoch from clock_timestamp() - sent_at)::float * 1000 as waited
         from ${this.room}.effects where position > $1 order by effects.position`,
        [last],
      );
      last = rows.at(-1)?.position ?? last;
      found.push(...rows.map(({ waited }) => waited));
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    return found;
  }

  async close(): Promise<void> {
    await this.messenger.stop();
    await this.store.close();
    await this.admin.end();
  }

  async #clear(): Promise<void> {
    await this.admin.query(`truncate ${this.room}.effects; delete from ${this.room}.outbox`);
  }

  /** Of ten organizations, mixed. */
  async #write(count: number): Promise<void> {
    await this.admin.query(
      /* sql */ `
      insert into ${this.room}.outbox (id, organization_id, type, subject, sequence, at, correlation_id, data)
      select uuidv7(), ('00000000-0000-7000-8000-' || lpad(to_hex(n % 10), 12, '0'))::uuid, 'letter.sent.v1', n::text, 1, clock_timestamp(), 'bench',
        jsonb_build_object('number', n)
      from generate_series(1, $1::int) n`,
      [count],
    );
  }

  async #until(count: number): Promise<void> {
    const deadline = Date.now() + 300_000;
    for (;;) {
      const { rows } = await this.admin.query(
        `select count(*)::int as effects from ${this.room}.effects`,
      );
      if (rows[0].effects >= count) return;
      if (Date.now() > deadline) throw new Error(`${rows[0].effects} of ${count} effects`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

/** The partitions that a room has which runs for five weeks. */
async function makePastDays(adminUrl: string, room: string): Promise<void> {
  await asAdmin(adminUrl, (client) =>
    client.query(/* sql */ `
      set role ${room}_owner;
      do $$ declare past record; begin
        for past in select t, current_date - n as day from generate_series(1, 35) n, unnest('{outbox,inbox}'::text[]) t
          where n <= 7 or t = 'inbox'
        loop
          execute format('create table ${room}.%I partition of ${room}.%I for values from (%L) to (%L)',
            past.t || to_char(past.day, '_YYYYMMDD'), past.t, ${room}.first_id(past.day), ${room}.first_id(past.day + 1));
        end loop;
      end $$`),
  );
}
