import type { Subgraph, SubgraphAnswer, SubgraphCall, SubgraphRequest } from '@propertea/executor';
import { Fault } from '@propertea/kernel';
import { allEvents } from '@propertea/schema/events';
import { type EventSource, readEventSources } from '@propertea/schema/live';
import { type DocumentNode, parse } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { RequestContext } from '../executor/executor.js';
import { answerShape } from './answer-shape.js';
import { filterOf } from './event-filter.js';
import type { EventHub } from './event-hub.js';
import { openSubscription } from './event-subscription.js';
import { organizationOf } from './refusals.js';
import { SubscriptionFetch } from './subscription-fetch.js';
import { isVisible } from './visible.js';

const MAX_WAITING = 100;
const CACHED_DOCUMENTS = 500;

type Call = SubgraphCall<RequestContext>;

/**
 * The subgraph of the supergraph's subscriptions to events (schema/live). Throws EventSourceError for a
 * supergraph that asks for events which this gateway does not know.
 */
export function createEventSubgraph(parts: {
  supergraphSdl: string;
  hub: EventHub;
  /** Events that may wait for one subscription before it is ended. */
  maxWaiting?: number;
}): Subgraph<RequestContext> {
  const { supergraphSdl, hub, maxWaiting = MAX_WAITING } = parts;
  const sources = readEventSources(parse(supergraphSdl, { noLocation: true }), allEvents);
  hub.want(sources.flatMap(({ types }) => types));
  return new EventSubgraph(sources, hub, maxWaiting);
}

class EventSubgraph implements Subgraph<RequestContext> {
  readonly #sources: Map<string, EventSource>;
  readonly #documents = new LRUCache<string, DocumentNode>({ max: CACHED_DOCUMENTS });

  constructor(
    sources: readonly EventSource[],
    private readonly hub: EventHub,
    private readonly maxWaiting: number,
  ) {
    this.#sources = new Map(sources.map((source) => [source.field, source]));
  }

  async execute(): Promise<SubgraphAnswer> {
    throw new Error('Events can be subscribed to and nothing else.');
  }

  /** Listens from now on: what happens before the first answer is asked for is not missed. */
  subscribe(request: SubgraphRequest, call: Call): AsyncIterable<SubgraphAnswer> {
    try {
      return this.#subscribe(request, call);
    } catch (error) {
      return refused(error);
    }
  }

  #subscribe(request: SubgraphRequest, { context, signal }: Call): AsyncIterable<SubgraphAnswer> {
    const { identity } = context;
    const organizationId = organizationOf(identity);
    const fetch = new SubscriptionFetch(this.#parsed(request.query), request.variables);
    const root = fetch.root();
    const source = this.#sources.get(root.node.name.value);
    if (!source) throw new Error(`No events are declared for ${root.node.name.value}.`);
    const types = new Set(source.types);
    const isWanted = filterOf(source, fetch.argumentsOf(root));
    return openSubscription({
      hub: this.hub,
      organizationId,
      accepts: (event) => types.has(event.type) && isWanted(event) && isVisible(event, identity),
      answer: answerShape(fetch, root, source),
      maxWaiting: this.maxWaiting,
      signal,
    });
  }

  #parsed(query: string): DocumentNode {
    const known = this.#documents.get(query);
    if (known) return known;
    const document = parse(query, { noLocation: true });
    this.#documents.set(query, document);
    return document;
  }
}

/** One answer that says why there is no other; what is no fault of the caller's is an outage. */
async function* refused(error: unknown): AsyncGenerator<SubgraphAnswer> {
  if (!(error instanceof Fault)) throw error;
  const { message, code } = error;
  yield { data: null, errors: [{ message, extensions: { code } }] };
}
