import pg from 'pg';
import type { EventFeed, FeedLogger, FeedReceiver } from './event-feed.js';
import { KeptLink } from './kept-link.js';

/** How often the connection is asked whether it still stands, and how long it may take to say so. */
const ASK_MS = 5_000;
const ANSWER_MS = 10_000;

const WANT = `insert into bus.feed_types (type) select unnest($1::text[]) on conflict do nothing`;
const READ = `select transaction::text as transaction, envelope from bus.feed
  where transaction = any ($1::text[]::xid8[])
  order by array_position($1::text[]::xid8[], transaction), position`;

interface Row {
  transaction: string;
  envelope: { type?: unknown };
}

interface Link {
  readonly client: pg.Client;
  /** Types that the rooms know to be wanted. */
  readonly known: Set<string>;
  /** Transactions whose events are not read yet. */
  noticed: string[];
  reading: Promise<void> | undefined;
  readonly lost: (error: unknown) => void;
}

/**
 * Events over PostgreSQL, on one connection: a notice names the transaction that wrote some, in the order of
 * the commits, and they are read by it. A notice whose events are gone already says that some were lost.
 */
export function postgresFeed(options: { url: string; logger: FeedLogger }): EventFeed {
  return new PostgresFeed(options.url, options.logger);
}

class PostgresFeed implements EventFeed {
  readonly #wanted = new Set<string>();
  readonly #kept: KeptLink<Link>;
  #receiver: FeedReceiver | undefined;
  #asking: NodeJS.Timeout | undefined;

  constructor(url: string, logger: FeedLogger) {
    this.#kept = new KeptLink<Link>({
      name: 'PostgreSQL',
      logger,
      open: (lost) => this.#open(url, lost),
      opened: (link) => this.#wantMore(link),
      async close({ client, reading }) {
        await client.end();
        await reading;
      },
      lost: () => this.#receiver?.lost(),
    });
  }

  get isOpen(): boolean {
    return this.#kept.link?.known.size === this.#wanted.size;
  }

  start(receiver: FeedReceiver): void {
    this.#receiver = receiver;
    this.#kept.start();
    // A connection that is cut without a word would be taken for a quiet one.
    this.#asking = setInterval(() => {
      const { link } = this.#kept;
      if (link) void link.client.query('select 1').catch(link.lost);
    }, ASK_MS);
    this.#asking.unref();
  }

  want(types: Iterable<string>): void {
    for (const type of types) this.#wanted.add(type);
    if (this.#kept.link) this.#wantMore(this.#kept.link);
  }

  async close(): Promise<void> {
    clearInterval(this.#asking);
    await this.#kept.close();
  }

  async #open(url: string, lost: (error?: unknown) => void): Promise<Link> {
    const client = new pg.Client({
      connectionString: url,
      application_name: 'propertea-gateway-events',
      connectionTimeoutMillis: 5_000,
      query_timeout: ANSWER_MS,
      keepAlive: true,
    });
    const link: Link = { client, known: new Set(), noticed: [], reading: undefined, lost };
    client.on('error', lost);
    client.on('end', lost);
    client.on('notification', ({ payload }) => {
      if (payload !== undefined) link.noticed.push(payload);
      link.reading ??= this.#readAll(link).finally(() => (link.reading = undefined));
    });
    try {
      await client.connect();
      await this.#tell(link);
      await client.query('listen bus_feed');
      return link;
    } catch (error) {
      await client.end().catch(() => undefined);
      throw error;
    }
  }

  async #tell({ client, known }: Link): Promise<void> {
    const types = [...this.#wanted];
    await client.query(WANT, [types]);
    for (const type of types) known.add(type);
  }

  #wantMore(link: Link): void {
    if (link.known.size < this.#wanted.size) void this.#tell(link).catch(link.lost);
  }

  async #readAll(link: Link): Promise<void> {
    while (link.noticed.length > 0) {
      const transactions = link.noticed;
      link.noticed = [];
      try {
        const { rows } = await link.client.query<Row>(READ, [transactions]);
        this.#deliver(transactions, rows);
      } catch (error) {
        link.lost(error);
        return;
      }
    }
  }

  #deliver(transactions: readonly string[], rows: readonly Row[]): void {
    for (const { envelope } of rows) {
      // Another version of the gateway may want others.
      if (this.#wanted.has(String(envelope.type))) this.#receiver?.event(envelope);
    }
    const found = new Set(rows.map(({ transaction }) => transaction));
    if (transactions.some((transaction) => !found.has(transaction))) this.#receiver?.lost();
  }
}
