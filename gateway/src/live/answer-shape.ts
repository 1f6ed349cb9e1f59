import { encodeId, type IdType } from '@propertea/kernel';
import type { EventField, EventSource } from '@propertea/schema/live';
import type { LiveEvent } from './live-event.js';
import type { AskedField, SubscriptionFetch } from './subscription-fetch.js';

type Read = (event: LiveEvent) => unknown;

/**
 * How a fetch's answer is made of an event: the payload's fields under the keys by which they are asked for,
 * objects of rooms as references. Each call makes a new answer, which belongs to whoever asked.
 */
export function answerShape(
  fetch: SubscriptionFetch,
  root: AskedField,
  { payload }: EventSource,
): (event: LiveEvent) => Record<string, unknown> {
  const readPayload = objectOf(
    fetch.fields(root.selections, payload.type).map((asked) => {
      const name = asked.node.name.value;
      if (name === '__typename') return [asked.key, () => payload.type];
      const field = payload.fields.get(name);
      if (!field) throw unknownField(payload.type, name);
      return [asked.key, readField(fetch, asked, field)];
    }),
  );
  return objectOf([[root.key, readPayload]]);
}

function readField(fetch: SubscriptionFetch, asked: AskedField, field: EventField): Read {
  switch (field.kind) {
    case 'name':
      return ({ name }) => name;
    case 'time':
      return ({ occurredAt }) => occurredAt;
    case 'object':
      return readReference(fetch, asked, field);
  }
}

/** The object as rooms take it for a reference: its type, and its id as it is at the edge. */
function readReference(
  fetch: SubscriptionFetch,
  asked: AskedField,
  { type, data }: { type: IdType; data: string },
): Read {
  return objectOf(
    fetch.fields(asked.selections, type).map(({ key, node }) => {
      const name = node.name.value;
      if (name === '__typename') return [key, () => type];
      if (name !== 'id') throw unknownField(type, name);
      return [key, (event) => encodeId(type, String(event.data[data]))];
    }),
  );
}

function objectOf(fields: readonly (readonly [string, Read])[]) {
  return (event: LiveEvent): Record<string, unknown> => {
    const object: Record<string, unknown> = {};
    for (const [key, read] of fields) object[key] = read(event);
    return object;
  };
}

const unknownField = (type: string, field: string) =>
  new Error(`The events have no field ${type}.${field}.`);
