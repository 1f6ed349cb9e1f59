import { envelopeSchema, type EventContract } from '@propertea/kernel';
import { allEvents, mayPublish } from '@propertea/schema/events';

/** An event as subscriptions see it. It is shared by all of them: nobody changes it. */
export interface LiveEvent {
  readonly id: string;
  /** Wire type, such as unit.changed.v1. */
  readonly type: string;
  /** Without the version: unit.changed. */
  readonly name: string;
  readonly organizationId: string;
  /** RFC 3339 in UTC. */
  readonly occurredAt: string;
  readonly data: Readonly<Record<string, unknown>>;
}

const contracts = new Map<string, EventContract>(allEvents.map((event) => [event.type, event]));

/**
 * Reads an envelope by its contract; undefined for an event of no organization, which is for nobody here.
 * Throws for what is no event of the house, or comes from a room that may not publish it.
 */
export function readEvent(envelope: unknown): LiveEvent | undefined {
  const { id, type, source, time, organizationid, data } = envelopeSchema.parse(envelope);
  const contract = contracts.get(type);
  if (!contract) throw new Error(`${type} is no event of the house`);
  if (!mayPublish(source.replace('/rooms/', ''), type)) {
    throw new Error(`${source} may not publish ${type}`);
  }
  if (organizationid === null) return undefined;
  return {
    id,
    type,
    name: contract.name,
    organizationId: organizationid,
    occurredAt: time,
    data: contract.data.parse(data) as Record<string, unknown>,
  };
}
