import { type DeadLetters, deadLettersIn, RabbitDeadLetters } from '@propertea/chassis/messaging';
import type { EntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';

export const settings = z.object({
  /** Where facts travel over RabbitMQ: as a user who reaches every room's dead letters, and those rooms. */
  broker: z
    .object({ url: z.url({ protocol: /^amqps?$/ }), rooms: z.array(z.string()).min(1) })
    .optional(),
});

export type OperationsSettings = z.output<typeof settings>;

/** The dead letters of the transport that the platform uses; over Postgres as the role of `em` sees them. */
export function deadLettersFor(given: unknown, em: EntityManager): DeadLetters {
  const { broker } = given as OperationsSettings;
  return broker ? new RabbitDeadLetters(broker.url, broker.rooms) : deadLettersIn(em);
}
