import { type DeadLetters, deadLettersOf, RabbitDeadLetters } from '@propertea/chassis/messaging';
import { newId } from '@propertea/kernel';
import { Queues, type TestRoom } from '@propertea/testkit';

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
  send(messages: readonly (object | string)[], attempts?: number): Promise<void>;
  letters(): DeadLetters;
}

export function postgresCarrier(room: () => TestRoom): Carrier {
  return {
    async send(messages, attempts = 0) {
      await room().sql(
        `with sent as (insert into bus.deliveries (queue, envelope, attempts)
           select 'kiosk', m, $2 from jsonb_array_elements($1::jsonb) m)
         select pg_notify('bus', 'kiosk')`,
        [JSON.stringify(messages), attempts],
      );
    },
    letters: () => deadLettersOf(room().database.adminUrl),
  };
}

export function rabbitCarrier(amqpUrl: () => string): Carrier {
  return {
    send: (messages, attempts = 0) =>
      new Queues(amqpUrl()).lay(
        'kiosk',
        messages.map((content) => ({ content, headers: { 'x-attempts': attempts } })),
      ),
    letters: () => new RabbitDeadLetters(amqpUrl(), ['elsewhere', 'kiosk']),
  };
}
