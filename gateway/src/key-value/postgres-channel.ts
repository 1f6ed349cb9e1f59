import pg from 'pg';
import type { KeyValueLogger, Subscriber } from './key-value.js';
import { Subscribers } from './subscribers.js';

const RETRY_MS = 1_000;

/** LISTEN on a connection of its own, opened with the first subscription and reopened when lost. */
export class PostgresChannel {
  static readonly physicalName = 'gateway_key_value';
  readonly #subscribers = new Subscribers();
  #client: pg.Client | undefined;
  #opening: Promise<void> | undefined;
  #retry: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(
    private readonly url: string,
    private readonly logger: KeyValueLogger,
  ) {}

  async subscribe(channel: string, subscriber: Subscriber): Promise<() => Promise<void>> {
    this.#opening ??= this.#open().catch((error: unknown) => {
      this.#opening = undefined;
      throw error;
    });
    await this.#opening;
    this.#subscribers.add(channel, subscriber);
    return async () => {
      this.#subscribers.remove(channel, subscriber);
    };
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#retry);
    await this.#client?.end();
  }

  async #open(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.url,
      application_name: 'propertea-gateway-notices',
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
    });
    client.on('notification', ({ payload }) => this.#receive(payload));
    client.on('error', (error) => this.#lost(client, error));
    client.on('end', () => this.#lost(client));
    await client.connect();
    await client.query(`listen ${PostgresChannel.physicalName}`);
    this.#client = client;
  }

  #receive(payload: string | undefined): void {
    const parsed: unknown = payload ? JSON.parse(payload) : undefined;
    if (!Array.isArray(parsed)) return;
    const [channel, message] = parsed as unknown[];
    if (typeof channel === 'string' && typeof message === 'string') {
      this.#subscribers.tell(channel, message);
    }
  }

  #lost(client: pg.Client, error?: unknown): void {
    if (this.#closed || this.#client !== client) return;
    this.#client = undefined;
    this.logger.warn({ err: error }, 'key-value notices interrupted, reconnecting');
    // Silence is not "nothing changed": what was cached because of it goes at once, and again later.
    this.#subscribers.tellGap();
    this.#reopen();
  }

  #reopen(): void {
    this.#retry = setTimeout(() => {
      this.#open().then(
        () => this.#subscribers.tellGap(),
        () => {
          if (!this.#closed) this.#reopen();
        },
      );
    }, RETRY_MS);
    this.#retry.unref();
  }
}
