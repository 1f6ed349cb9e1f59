import type { IdType } from '@propertea/kernel';

/** The name under which the gateway serves them in the supergraph. */
export const EVENTS_SUBGRAPH = 'events';

/** A subscription field whose source are events. */
export interface EventSource {
  /** Of the type Subscription. */
  readonly field: string;
  /** Wire types, such as unit.changed.v1. */
  readonly types: readonly string[];
  /** By the name of the argument. */
  readonly filters: ReadonlyMap<string, EventFilter>;
  /** What the field returns for each event. */
  readonly payload: EventPayload;
}

/** An argument that has to equal a field of the event's data. */
export interface EventFilter {
  readonly data: string;
  /** The argument is an id of this type at the edge, and the data its UUID. */
  readonly idType: IdType | undefined;
}

export interface EventPayload {
  readonly type: string;
  readonly fields: ReadonlyMap<string, EventField>;
}

/** What a field of the payload says: the event's name or time, or the object that its data names. */
export type EventField =
  | { readonly kind: 'name' }
  | { readonly kind: 'time' }
  | { readonly kind: 'object'; readonly type: IdType; readonly data: string };

/** What is wrong with the declarations, each with the place where it stands. */
export class EventSourceError extends Error {
  override name = 'EventSourceError';

  constructor(readonly problems: readonly string[]) {
    super(`Subscriptions to events are not declared well:\n${problems.join('\n')}`);
  }
}
