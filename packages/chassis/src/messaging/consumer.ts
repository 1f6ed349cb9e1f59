import type { EntityManager } from '@mikro-orm/postgresql';
import type { Envelope, EventContract } from '@propertea/kernel';
import type { z } from 'zod';
import type { Journal } from '../store/index.js';

export interface ConsumerScope<Data> {
  event: Envelope<Data>;
  /** Inside the transaction of the inbox row, as the room's worker in the event's organization. */
  em: EntityManager;
  now: Date;
  audit: Journal['audit'];
  emit: Journal['emit'];
  /** For effects in several organizations: `enter` each, and `write` before entering the next. */
  journal: Journal;
}

/** What a room does about a fact of another room. */
export interface Consumer {
  contract: EventContract;
  /** The person whose rows the effect touches, where they belong to a person. */
  personOf?: (data: never) => string | null;
  handle: (scope: ConsumerScope<never>) => Promise<void>;
}

/**
 * Declares a reaction. It runs at least once and in any order (R50): apply what is newer by
 * `event.sequence`, and let a tombstone beat a late create.
 */
export function on<Data extends z.ZodType>(
  contract: EventContract<Data>,
  handle: (scope: ConsumerScope<z.output<Data>>) => Promise<void>,
  options: { personOf?: (data: z.output<Data>) => string | null } = {},
): Consumer {
  return { contract, handle: handle, personOf: options.personOf };
}
