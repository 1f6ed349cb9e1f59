import type { FormattedExecutionResult, GraphQLFormattedError } from 'graphql';
import { createClient } from 'graphql-ws';
import type { Client } from 'graphql-ws';
import { WebSocket } from 'ws';
import type { ClientOptions } from 'ws';
import type { BoundedQueue } from '../subscribe/bounded-queue.js';
import type { SubgraphAnswer, SubgraphRequest } from '../subgraph.js';

export interface UpstreamOptions {
  /** ws: or wss:. */
  readonly url: string;
  readonly maxMessageBytes: number;
  /** For the connection, and again for the subgraph to say that it takes subscriptions. */
  readonly connectTimeoutMs: number;
  /** How often a silent subgraph is asked whether it is still there. */
  readonly keepAliveMs: number;
}

/** How long a subgraph may take, at most, to answer that question and to close a socket that we close. */
const PATIENCE_MS = 5_000;

/**
 * One socket to a subgraph (protocol graphql-transport-ws) and the subscriptions on it. It opens with the
 * first and closes with the last of them; when it is lost, each of them fails, and it is of no more use.
 */
export class UpstreamSocket {
  readonly #client: Client;
  readonly #queues = new Set<BoundedQueue<SubgraphAnswer>>();
  #connected = false;
  #lost = false;
  #deadline: NodeJS.Timeout | undefined;

  constructor(
    headers: Readonly<Record<string, string>>,
    private readonly options: UpstreamOptions,
    private readonly over: () => void,
  ) {
    this.#client = createClient({
      url: options.url,
      webSocketImpl: webSocketWith(headers, options),
      connectionParams: headers,
      // Whoever subscribes learns of a loss and loads anew: what happened meanwhile is nowhere else.
      retryAttempts: 0,
      connectionAckWaitTimeout: options.connectTimeoutMs,
      keepAlive: options.keepAliveMs,
      on: {
        connected: () => void (this.#connected = true),
        closed: (event) => this.#fail(event),
        error: (error) => this.#fail(error),
        ping: (received) => {
          if (!received) this.#expectPong();
        },
        pong: (received) => {
          if (received) clearTimeout(this.#deadline);
        },
      },
    });
  }

  /** How many subscriptions are on it. */
  get load(): number {
    return this.#queues.size;
  }

  /** Subscribes; `queue` gets every answer. Returns how to unsubscribe, to be called once it has ended. */
  open(request: SubgraphRequest, queue: BoundedQueue<SubgraphAnswer>): () => void {
    this.#queues.add(queue);
    const { query, variables, operationName } = request;
    const unsubscribe = this.#client.subscribe(
      { query, variables: { ...variables }, ...(operationName && { operationName }) },
      {
        next(answer: FormattedExecutionResult) {
          if (queue.push(answer)) return;
          queue.overflow(new Error('Events come faster than they can be answered.'));
        },
        error(failure) {
          if (isRefusal(failure)) {
            queue.push({ errors: failure });
            queue.end();
          } else {
            queue.fail(lossOf(failure));
          }
        },
        complete: () => queue.end(),
      },
    );
    return () => {
      if (!this.#queues.delete(queue)) return;
      unsubscribe();
      if (this.#queues.size > 0) return;
      this.#close();
    };
  }

  terminate(): void {
    this.#fail(new Error('The executor was stopped.'));
  }

  #expectPong(): void {
    clearTimeout(this.#deadline);
    this.#deadline = setTimeout(
      () => {
        this.#fail(new Error('The subgraph does not answer any more.'));
      },
      Math.min(PATIENCE_MS, this.options.keepAliveMs),
    );
  }

  #fail(reason: unknown): void {
    if (this.#lost) return;
    this.#lost = true;
    const loss = lossOf(reason);
    for (const queue of this.#queues) queue.fail(loss);
    this.#close();
  }

  /** A connected one is closed by the client itself, politely, with its last subscription. */
  #close(): void {
    clearTimeout(this.#deadline);
    this.over();
    if (this.#connected && !this.#lost) return;
    this.#lost = true;
    this.#client.terminate();
  }
}

/** The client's own class takes no headers, and no limits either. */
function webSocketWith(headers: Readonly<Record<string, string>>, options: UpstreamOptions) {
  return class extends WebSocket {
    constructor(address: string, protocols: string) {
      const settings: ClientOptions & { closeTimeout: number } = {
        headers,
        maxPayload: options.maxMessageBytes,
        handshakeTimeout: options.connectTimeoutMs,
        perMessageDeflate: false,
        closeTimeout: PATIENCE_MS,
      };
      super(address, protocols, settings);
      // One that is given up while it connects says so when nobody listens any more.
      this.on('error', () => undefined);
    }
  };
}

function isRefusal(failure: unknown): failure is readonly GraphQLFormattedError[] {
  return Array.isArray(failure);
}

/** From an error, an event of an error, or an event of a closing. */
function lossOf(failure: unknown): Error {
  if (failure instanceof Error) return failure;
  const { code, message } = failure as { code?: unknown; message?: unknown };
  if (typeof message === 'string') return new Error(message, { cause: failure });
  return new Error(`The subgraph closed the socket (${String(code)}).`);
}
