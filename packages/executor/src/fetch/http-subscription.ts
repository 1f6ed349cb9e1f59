import { validateHeaderName, validateHeaderValue } from 'node:http';
import type { SubgraphAnswer, SubgraphRequest } from '../subgraph.js';
import { BoundedQueue } from '../subscribe/bounded-queue.js';
import { forwardedHeaders } from './forwarded-headers.js';
import { UpstreamSocket } from './upstream-socket.js';

export interface HttpSubscriptionOptions {
  /** Of the subgraph's GraphQL over graphql-transport-ws; http: and https: count as ws: and wss:. */
  readonly url: string;
  /** So many events may wait for the executor; one more ends the subscription. */
  readonly maxWaiting?: number;
  readonly maxMessageBytes?: number;
  readonly connectTimeoutMs?: number;
  readonly keepAliveMs?: number;
  readonly subscriptionsPerSocket?: number;
}

/**
 * Subscriptions at a subgraph behind HTTP. Those with equal headers share sockets: the headers go with
 * the upgrade and once more into `connection_init`, where browsers' gateways have them.
 */
export class HttpSubscriptions {
  readonly #sockets = new Map<string, UpstreamSocket[]>();
  readonly #options: Required<HttpSubscriptionOptions>;

  constructor(options: HttpSubscriptionOptions) {
    const url = new URL(options.url);
    url.protocol = url.protocol.replace(/^http/, 'ws');
    url.hash = '';
    this.#options = {
      maxWaiting: 256,
      maxMessageBytes: 8 * 1024 * 1024,
      connectTimeoutMs: 10_000,
      keepAliveMs: 20_000,
      subscriptionsPerSocket: 100,
      ...options,
      url: url.href,
    };
  }

  /** How many sockets are open, or opening. */
  get sockets(): number {
    let count = 0;
    for (const sockets of this.#sockets.values()) count += sockets.length;
    return count;
  }

  /**
   * The answers to each event. The iteration ends at once with the signal and when its reader returns, and
   * rejects when the subgraph is lost, cannot be reached, or sends events faster than they are read.
   */
  subscribe(
    request: SubgraphRequest,
    headers: Readonly<Record<string, string>> = {},
    signal?: AbortSignal,
  ): AsyncIterableIterator<SubgraphAnswer, undefined> {
    let unsubscribe: () => void = () => undefined;
    const leave = () => queue.drop();
    const queue: BoundedQueue<SubgraphAnswer> = new BoundedQueue(this.#options.maxWaiting, () => {
      signal?.removeEventListener('abort', leave);
      unsubscribe();
    });
    if (signal?.aborted) {
      queue.drop();
      return queue;
    }
    signal?.addEventListener('abort', leave, { once: true });
    try {
      unsubscribe = this.#socketFor(passedOn(headers)).open(request, queue);
    } catch (error) {
      queue.fail(error);
    }
    return queue;
  }

  /** Ends everything; whoever still reads is told that the source is lost. */
  close(): void {
    for (const socket of [...this.#sockets.values()].flat()) socket.terminate();
  }

  #socketFor(headers: Record<string, string>): UpstreamSocket {
    const key = JSON.stringify(Object.entries(headers).toSorted(([a], [b]) => (a < b ? -1 : 1)));
    const sockets = this.#sockets.get(key) ?? [];
    const free = sockets.find(({ load }) => load < this.#options.subscriptionsPerSocket);
    if (free) return free;
    const made: UpstreamSocket = new UpstreamSocket(headers, this.#options, () => {
      const index = sockets.indexOf(made);
      if (index >= 0) sockets.splice(index, 1);
      if (sockets.length === 0 && this.#sockets.get(key) === sockets) this.#sockets.delete(key);
    });
    sockets.push(made);
    this.#sockets.set(key, sockets);
    return made;
  }
}

/** Throws where a header cannot be sent at all. */
function passedOn(headers: Readonly<Record<string, string>>): Record<string, string> {
  const kept = forwardedHeaders(headers);
  for (const [name, value] of Object.entries(kept)) {
    validateHeaderName(name);
    validateHeaderValue(name, value);
  }
  return kept;
}
