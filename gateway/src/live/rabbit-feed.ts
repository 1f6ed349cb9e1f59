import { type Channel, type ChannelModel, connect } from 'amqplib';
import { randomUUID } from 'node:crypto';
import type { EventFeed, FeedLogger, FeedReceiver } from './event-feed.js';
import { KeptLink } from './kept-link.js';

/** Of the house, whose rooms make it. */
const EXCHANGE = 'propertea';
/** Of the gateways, for what their queues let go. */
const OWN_EXCHANGE = 'propertea.gateway';
const HEARTBEAT_SECONDS = 15;
/** Events that may wait at the broker for this gateway; the oldest go first. */
const MAX_WAITING = 10_000;
const MAX_WAITING_BYTES = 64 * 1024 * 1024;

/**
 * Events over RabbitMQ: each gateway has a queue of its own, which ends with its connection and holds so much
 * and no more. What it lets go lands in a second queue, whose message says that events were lost.
 */
export function rabbitFeed(options: {
  url: string;
  logger: FeedLogger;
  maxWaiting?: number;
}): EventFeed {
  return new RabbitFeed(options.url, options.logger, options.maxWaiting ?? MAX_WAITING);
}

interface Link {
  readonly connection: ChannelModel;
  readonly channel: Channel;
  readonly queue: string;
  /** Types that the queue is bound to. */
  readonly bound: Set<string>;
}

class RabbitFeed implements EventFeed {
  readonly #wanted = new Set<string>();
  readonly #kept: KeptLink<Link>;
  #receiver: FeedReceiver | undefined;

  constructor(
    url: string,
    private readonly logger: FeedLogger,
    private readonly maxWaiting: number,
  ) {
    const address = new URL(url);
    address.searchParams.set('heartbeat', String(HEARTBEAT_SECONDS));
    this.#kept = new KeptLink<Link>({
      name: 'RabbitMQ',
      logger,
      open: (lost) => this.#open(address.href, lost),
      opened: (link) => this.#bindMore(link),
      close: ({ connection }) => connection.close(),
      lost: () => this.#receiver?.lost(),
    });
  }

  get isOpen(): boolean {
    return this.#kept.link?.bound.size === this.#wanted.size;
  }

  start(receiver: FeedReceiver): void {
    this.#receiver = receiver;
    this.#kept.start();
  }

  want(types: Iterable<string>): void {
    for (const type of types) this.#wanted.add(type);
    if (this.#kept.link) this.#bindMore(this.#kept.link);
  }

  close(): Promise<void> {
    return this.#kept.close();
  }

  async #open(url: string, lost: (error?: unknown) => void): Promise<Link> {
    const connection = await connect(url, {
      timeout: 10_000,
      clientProperties: { connection_name: 'propertea gateway' },
    });
    const warn = (err: unknown) => this.logger.warn({ err }, 'RabbitMQ has an objection');
    connection.on('error', warn);
    connection.on('close', lost);
    try {
      const channel = await connection.createChannel();
      channel.on('error', warn);
      channel.on('close', lost);
      const queue = `${OWN_EXCHANGE}.${randomUUID()}`;
      const link: Link = { connection, channel, queue, bound: new Set() };
      await this.#declare(link);
      await this.#bind(link);
      await this.#consume(link, lost);
      return link;
    } catch (error) {
      await connection.close().catch(() => undefined);
      throw error;
    }
  }

  async #declare({ channel, queue }: Link): Promise<void> {
    const gone = `${queue}.lost`;
    const own = { exclusive: true, autoDelete: true, durable: false };
    await channel.assertExchange(OWN_EXCHANGE, 'direct', { durable: true });
    await channel.assertQueue(gone, { ...own, arguments: { 'x-max-length': 1 } });
    await channel.bindQueue(gone, OWN_EXCHANGE, gone);
    await channel.assertQueue(queue, {
      ...own,
      arguments: {
        'x-max-length': this.maxWaiting,
        'x-max-length-bytes': MAX_WAITING_BYTES,
        'x-dead-letter-exchange': OWN_EXCHANGE,
        'x-dead-letter-routing-key': gone,
      },
    });
  }

  async #bind({ channel, queue, bound }: Link): Promise<void> {
    for (const type of this.#wanted) {
      if (bound.has(type)) continue;
      await channel.bindQueue(queue, EXCHANGE, type);
      bound.add(type);
    }
  }

  /** What the broker refuses to bind ends the channel, of which the link is told. */
  #bindMore(link: Link): void {
    void this.#bind(link).catch(() => undefined);
  }

  async #consume({ channel, queue }: Link, lost: () => void): Promise<void> {
    const take = (from: string, told: (content: Buffer) => void) =>
      channel.consume(
        from,
        // The broker ends a consumer whose queue it deletes.
        (message) => (message ? told(message.content) : lost()),
        { noAck: true },
      );
    await take(`${queue}.lost`, () => this.#receiver?.lost());
    await take(queue, (content) => this.#receiver?.event(envelopeIn(content)));
  }
}

/** What is no JSON is undefined, which is no event. */
function envelopeIn(content: Buffer): unknown {
  try {
    return JSON.parse(content.toString());
  } catch {
    return undefined;
  }
}
