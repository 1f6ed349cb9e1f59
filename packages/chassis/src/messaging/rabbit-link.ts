import { context, propagation, ROOT_CONTEXT } from '@opentelemetry/api';
import { type AmqpConnectionManager, connect } from 'amqp-connection-manager';
import type { ChannelModel, ConfirmChannel, Options } from 'amqplib';
import type { Logger } from 'pino';

const HEARTBEAT_SECONDS = 15;
const RECONNECT_SECONDS = 1;
/** A broker that says nothing for so long is treated as lost. */
const CONFIRM_MS = 15_000;

export interface Message {
  exchange: string;
  routingKey: string;
  content: Buffer;
  options: Options.Publish;
}

/**
 * One connection to the broker with one channel, opened again whenever it is lost. Publishes only what
 * the broker can take now and keeps nothing for later: whoever publishes has it in a table or unacknowledged.
 */
export class RabbitLink {
  readonly #manager: AmqpConnectionManager;
  #channel: ConfirmChannel | undefined;
  #isBlocked = false;
  #isClosed = false;
  /** One for each publishing that waits: relay and refusals share the channel. */
  readonly #waiting = new Set<(error: Error) => void>();
  /** Messages that the broker took and laid into no queue, though they had to lie in one. */
  #returned = 0;
  #refusal: Error | undefined;

  /** `opened` readies a new channel; it is of use once that has resolved. */
  constructor(
    url: string,
    name: string,
    private readonly logger: Logger,
    opened: (channel: ConfirmChannel, connection: ChannelModel) => Promise<void>,
    private readonly ready: () => void = () => undefined,
  ) {
    this.#manager = connect([url], {
      heartbeatIntervalInSeconds: HEARTBEAT_SECONDS,
      reconnectTimeInSeconds: RECONNECT_SECONDS,
      connectionOptions: { clientProperties: { connection_name: name }, timeout: 10_000 },
    });
    this.#manager.on('connectFailed', ({ err }) => {
      this.#refusal = err instanceof Error ? err : new Error(String(err));
      logger.warn({ err }, 'RabbitMQ cannot be reached');
    });
    this.#manager.on('blocked', ({ reason }) => {
      this.#isBlocked = true;
      logger.warn({ reason }, 'RabbitMQ takes no events for now');
      this.#interrupt(new Error(`RabbitMQ takes no events for now: ${reason}`));
    });
    this.#manager.on('unblocked', () => {
      this.#isBlocked = false;
      this.ready();
    });
    const wrapper = this.#manager.createChannel({
      name,
      confirm: true,
      setup: async (channel: ConfirmChannel) => {
        channel.on('close', () => this.#lost(channel));
        // It comes before the confirmation of the same message.
        channel.on('return', () => (this.#returned += 1));
        channel.on('error', (err) => logger.warn({ err }, 'RabbitMQ closed the channel'));
        const { connection } = this.#manager;
        if (!connection) throw new Error('RabbitMQ is not connected.');
        await opened(channel, connection).catch((error: unknown) => {
          this.#refusal = error instanceof Error ? error : new Error(String(error));
          this.reopen();
          throw error;
        });
        this.#channel = channel;
        this.#isBlocked = false;
        this.#refusal = undefined;
        this.ready();
      },
    });
    wrapper.on('error', (err) => {
      this.#refusal = err;
      logger.warn({ err }, 'RabbitMQ does not serve us');
    });
  }

  /** The channel where there is one; it may be lost at any time. */
  get channel(): ConfirmChannel | undefined {
    return this.#channel;
  }

  /** Why there is no channel, where that is known. */
  get refusal(): Error | undefined {
    return this.#refusal;
  }

  /** Publishes the messages and returns once the broker answers for all; else some may have arrived. */
  async publish(messages: readonly Message[]): Promise<void> {
    const channel = this.#channel;
    if (!channel) throw new Error('RabbitMQ is not connected.', { cause: this.#refusal });
    if (this.#isBlocked) throw new Error('RabbitMQ takes no events for now.');
    let interrupt: (error: Error) => void = () => undefined;
    const interrupted = new Promise<never>((_resolve, reject) => {
      interrupt = reject;
    });
    this.#waiting.add(interrupt);
    const returned = this.#returned;
    const patience = setTimeout(() => {
      interrupt(new Error('RabbitMQ does not confirm.'));
      void channel.close().catch(() => undefined);
    }, CONFIRM_MS);
    try {
      const confirmed = messages.map(
        ({ exchange, routingKey, content, options }) =>
          new Promise<void>((resolve, reject) => {
            const answered = (error: unknown) =>
              error ? reject(new Error('RabbitMQ refused an event.', { cause: error })) : resolve();
            context.with(traceOf(options), () =>
              channel.publish(exchange, routingKey, content, options, answered),
            );
          }),
      );
      await Promise.race([Promise.all(confirmed), interrupted]);
      if (this.#returned > returned) {
        // A new channel declares again what is missing.
        this.reopen();
        throw new Error('RabbitMQ has no queue for an event.');
      }
    } finally {
      this.#waiting.delete(interrupt);
      clearTimeout(patience);
    }
  }

  /** Ends the connection where it still stands: the manager opens another channel only with another connection. */
  reopen(): void {
    const close = async () => this.#manager.connection?.close();
    // Later: a channel that goes down with its connection leaves nothing to be closed.
    setImmediate(() => {
      if (!this.#isClosed) void close().catch(() => undefined);
    });
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#channel = undefined;
    await this.#manager.close().catch((err: unknown) => {
      this.logger.warn({ err }, 'RabbitMQ was left without good-bye');
    });
  }

  #interrupt(error: Error): void {
    for (const interrupt of this.#waiting) interrupt(error);
  }

  #lost(channel: ConfirmChannel): void {
    if (this.#channel !== channel) return;
    this.#channel = undefined;
    this.#interrupt(new Error('The connection to RabbitMQ is lost.'));
    this.reopen();
  }
}

/** A message is published within the trace that its headers name, whoever hands it over. */
function traceOf({ headers }: Options.Publish) {
  return headers?.['traceparent'] ? propagation.extract(ROOT_CONTEXT, headers) : context.active();
}
