import {
  type DeadLetter,
  listDeadLetters,
  purgeDeadLetters,
  queueOf,
  RabbitDeadLetters,
  replayDeadLetters,
} from '@propertea/chassis/messaging';
import { newId } from '@propertea/kernel';
import type { TestRoom } from '@propertea/testkit';
import { connect } from 'amqplib';

/** An event about a paper, as the relay of the kiosk would send it. */
export function paperEnvelope(title: string, changes: object = {}) {
  return {
    specversion: '1.0',
    id: newId(),
    type: 'paper.printed.v1',
    source: '/rooms/kiosk',
    dataschema: 'urn:propertea:events:paper.printed.v1',
    subject: newId(),
    sequence: 1,
    time: new Date().toISOString(),
    correlationid: newId(),
    causationid: null,
    organizationid: newId(),
    traceparent: null,
    data: { title },
    ...changes,
  };
}

/** What a test does to a transport from outside. */
export interface Carrier {
  /** Lays messages into the kiosk's queue, with so many tries behind them. */
  send(messages: readonly object[], attempts?: number): Promise<void>;
  dead(after?: string): Promise<DeadLetter[]>;
  replay(position?: string): Promise<number>;
  purge(): Promise<number>;
}

export function postgresCarrier(room: () => TestRoom): Carrier {
  const url = () => room().database.adminUrl;
  return {
    async send(messages, attempts = 0) {
      await room().sql(
        `with sent as (insert into bus.deliveries (queue, envelope, attempts)
           select 'kiosk', m, $2 from jsonb_array_elements($1::jsonb) m)
         select pg_notify('bus', 'kiosk')`,
        [JSON.stringify(messages), attempts],
      );
    },
    dead: (after) => listDeadLetters(url(), { room: 'kiosk', after }),
    replay: (position) => replayDeadLetters(url(), { room: 'kiosk', position }),
    purge: () => purgeDeadLetters(url(), { room: 'kiosk' }),
  };
}

export function rabbitCarrier(amqpUrl: () => string): Carrier {
  const letters = () => new RabbitDeadLetters(amqpUrl(), ['elsewhere', 'kiosk']);
  return {
    async send(messages, attempts = 0) {
      const connection = await connect(amqpUrl());
      const channel = await connection.createConfirmChannel();
      for (const message of messages) {
        channel.publish(queueOf('kiosk'), queueOf('kiosk'), Buffer.from(JSON.stringify(message)), {
          persistent: true,
          headers: { 'x-attempts': attempts },
          messageId: String((message as { id?: unknown }).id),
        });
      }
      await channel.waitForConfirms();
      await connection.close();
    },
    dead: (after) => letters().list({ room: 'kiosk', after }),
    replay: (position) => letters().replay({ room: 'kiosk', position }),
    purge: () => letters().purge({ room: 'kiosk' }),
  };
}
