import { connect } from 'amqplib';
import type { ChannelModel, ConfirmChannel } from 'amqplib';
import { setTimeout as pause } from 'node:timers/promises';
import { unitEnvelope } from '../envelopes.js';
import { ORGANIZATIONS } from '../house.rooms.js';
import { unitOf } from './names.js';

const EVERY_MS = 500;
const PLACES = [ORGANIZATIONS.oak, ORGANIZATIONS.elm];

/** Publishes events one after the other, by turns of two organizations, for as long as the broker takes them. */
export class Publisher {
  /** Numbers of the events that the broker said it has, by organization and in their order. */
  readonly confirmed = new Map<string, number[]>(PLACES.map((place) => [place, []]));
  #count = 0;
  #connection: ChannelModel | undefined;
  #channel: ConfirmChannel | undefined;
  #running: Promise<void> | undefined;
  #isOver = false;

  constructor(private readonly url: () => string) {}

  /** How many the broker has taken. */
  get sent(): number {
    return [...this.confirmed.values()].reduce((sum, { length }) => sum + length, 0);
  }

  start(): void {
    this.#running = this.#run();
  }

  async stop(): Promise<void> {
    this.#isOver = true;
    await this.#running;
    await this.#connection?.close().catch(() => undefined);
  }

  /** Publishes one event in each organization; returns their numbers once the broker has them. */
  async publishToAll(): Promise<Map<string, number>> {
    const numbers = new Map<string, number>();
    for (const place of PLACES) {
      let number: number | undefined;
      while (number === undefined) number = await this.#publish(place);
      numbers.set(place, number);
    }
    return numbers;
  }

  async #run(): Promise<void> {
    for (let turn = 0; !this.#isOver; turn += 1) {
      await this.#publish(PLACES[turn % PLACES.length] ?? '');
      await pause(EVERY_MS);
    }
  }

  /** The number of the event; undefined where the broker did not confirm it. */
  async #publish(organizationId: string): Promise<number | undefined> {
    const number = (this.#count += 1);
    const unitId = unitOf(number);
    const envelope = unitEnvelope(
      { unitId, organizationId },
      { subject: unitId, organizationid: organizationId },
    );
    try {
      const channel = await this.#open();
      const isTaken = Promise.withResolvers<void>();
      const body = Buffer.from(JSON.stringify(envelope));
      channel.publish('propertea', envelope.type, body, {}, (error: unknown) =>
        error ? isTaken.reject(error) : isTaken.resolve(),
      );
      await isTaken.promise;
      this.confirmed.get(organizationId)?.push(number);
      return number;
    } catch {
      this.#channel = undefined;
      await pause(EVERY_MS);
      return undefined;
    }
  }

  async #open(): Promise<ConfirmChannel> {
    if (this.#channel) return this.#channel;
    const connection = await connect(this.url());
    connection.on('error', () => undefined);
    const channel = await connection.createConfirmChannel();
    channel.on('error', () => undefined);
    await channel.assertExchange('propertea', 'topic', { durable: true });
    this.#connection = connection;
    this.#channel = channel;
    return channel;
  }
}
