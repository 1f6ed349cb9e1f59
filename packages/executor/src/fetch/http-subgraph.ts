import { LRUCache } from 'lru-cache';
import type { IncomingHttpHeaders } from 'node:http';
import { Pool } from 'undici';
import type { Dispatcher } from 'undici';
import { isObject, isPlainJson } from '../run/json.js';
import { SubgraphError } from '../run/plan-error.js';
import { Absent, saysAbsent } from '../traffic/unanswered.js';
import type { TrafficLane } from '../traffic/lane.js';
import { PlainAnswer } from '../subgraph.js';
import type { Subgraph, SubgraphAnswer, SubgraphCall, SubgraphRequest } from '../subgraph.js';
import { forwardedHeaders } from './forwarded-headers.js';
import { HttpSubscriptions } from './http-subscription.js';
import { InFlight } from './in-flight.js';
import { ConnectionLost, post } from './post.js';
import type { Posted } from './post.js';

type Headers = Record<string, string>;

export interface HttpSubgraphOptions<Context> {
  /** Named in errors. */
  readonly name: string;
  readonly url: string;
  /** Where its subscriptions are, over graphql-transport-ws; `url` unless it is said. */
  readonly subscriptionUrl?: string | undefined;
  /** Headers that may influence the answer: equal requests share an answer only if these are equal too. */
  readonly headers?: (call: SubgraphCall<Context>) => Headers;
  /** Headers that never influence an answer, such as a trace's. */
  readonly traceHeaders?: (call: SubgraphCall<Context>) => Headers;
  /** Told of the headers of each answer, also of one that is shared. */
  readonly said?: (headers: IncomingHttpHeaders, call: SubgraphCall<Context>) => void;
  /** How long the server may be silent, in ms. */
  readonly timeoutMs?: number;
  /** How large an answer may be. */
  readonly maxBytes?: number;
  /** Connections to the server at most. */
  readonly connections?: number;
  /** Its rules of traffic; without it there are none. */
  readonly lane?: TrafficLane | undefined;
}

/**
 * A subgraph behind HTTP, over kept connections. Equal queries under way at the same time are sent once,
 * mutations each. A query whose connection the server closed before it answered is sent once more.
 */
export function httpSubgraph<Context>(
  options: HttpSubgraphOptions<Context>,
): Subgraph<Context> & { close(): Promise<void> } {
  return new HttpSubgraph(options);
}

class HttpSubgraph<Context> implements Subgraph<Context> {
  readonly #pool: Dispatcher;
  readonly #path: string;
  readonly #inFlight = new InFlight<Posted>();
  readonly #subscriptions: HttpSubscriptions;

  constructor(private readonly options: HttpSubgraphOptions<Context>) {
    const { origin, pathname, search } = new URL(options.url);
    this.#path = pathname + search;
    this.#subscriptions = new HttpSubscriptions({
      url: options.subscriptionUrl ?? options.url,
      ...(options.maxBytes && { maxMessageBytes: options.maxBytes }),
    });
    this.#pool = new Pool(origin, {
      connections: options.connections ?? 128,
      pipelining: 1,
      keepAliveTimeout: 30_000,
    });
  }

  async execute(request: SubgraphRequest, call: SubgraphCall<Context>): Promise<SubgraphAnswer> {
    const body = bodyOf(request);
    const headers = forwardedHeaders(this.options.headers?.(call));
    const { lane } = this.options;
    let isSent = false;
    const send = (signal: AbortSignal | undefined): Promise<Posted> => {
      isSent = true;
      return lane
        ? lane.run(call.kind, signal, (until) => this.#answered(body, headers, call, until))
        : this.#send(body, headers, call, signal);
    };
    const answering =
      call.kind === 'query'
        ? this.#inFlight.share(keyOf(headers, body, call.since), call.signal, send)
        : send(call.signal);
    if (!isSent) call.shared?.();
    const answer = await answering;
    this.options.said?.(answer.headers, call);
    return read(this.options.name, answer);
  }

  subscribe(request: SubgraphRequest, call: SubgraphCall<Context>): AsyncIterable<SubgraphAnswer> {
    const { headers, lane } = this.options;
    const open = () => this.#subscriptions.subscribe(request, headers?.(call), call.signal);
    return lane ? lane.subscribe(call.signal, () => open()[Symbol.asyncIterator]()) : open();
  }

  async close(): Promise<void> {
    this.#subscriptions.close();
    await this.#pool.close();
  }

  /** An answer for which somebody else says that the server is not there is none. */
  async #answered(
    body: string,
    headers: Headers,
    call: SubgraphCall<Context>,
    signal: AbortSignal,
  ): Promise<Posted> {
    const answer = await this.#send(body, headers, call, signal);
    if (saysAbsent(answer.status) && !hasData(answer.text)) throw new Absent(answer.status);
    return answer;
  }

  async #send(
    body: string,
    headers: Headers,
    call: SubgraphCall<Context>,
    signal: AbortSignal | undefined,
  ): Promise<Posted> {
    const { maxBytes = 64 * 1024 * 1024, timeoutMs = 30_000, traceHeaders } = this.options;
    const request = {
      path: this.#path,
      headers: {
        ...forwardedHeaders(traceHeaders?.(call)),
        ...headers,
        'content-type': 'application/json',
        accept: 'application/graphql-response+json, application/json',
      },
      body,
      maxBytes,
      timeoutMs,
      signal,
    };
    try {
      return await post(this.#pool, request);
    } catch (error) {
      if (!(error instanceof ConnectionLost) || call.kind !== 'query') throw error;
      return post(this.#pool, request);
    }
  }
}

/** Queries as JSON texts: of those that are sent again and again each is escaped once. */
const queries = new LRUCache<string, string>({ max: 5_000 });

function bodyOf({ query, operationName, variables }: SubgraphRequest): string {
  let text = queries.get(query);
  if (text === undefined) queries.set(query, (text = JSON.stringify(query)));
  const name =
    operationName === undefined ? '' : `,"operationName":${JSON.stringify(operationName)}`;
  return `{"query":${text}${name},"variables":${JSON.stringify(variables)}}`;
}

function keyOf(headers: Headers, body: string, since = ''): string {
  const names = Object.keys(headers);
  if (names.length === 0) return since + body;
  return since + JSON.stringify(names.toSorted().map((name) => [name, headers[name]])) + body;
}

function hasData(text: string): boolean {
  try {
    const answer: unknown = JSON.parse(text);
    return isObject(answer) && isObject(answer['data']);
  } catch {
    return false;
  }
}

/** Every caller reads the text for itself: what it makes of it is changed later. */
function read(name: string, { status, text }: Posted): SubgraphAnswer {
  let answer: unknown;
  try {
    answer = JSON.parse(text);
  } catch {
    throw new SubgraphError(`The subgraph "${name}" did not answer in JSON.`, { status });
  }
  if (isObject(answer) && ('data' in answer || Array.isArray(answer['errors']))) {
    const { data, errors } = answer;
    return isPlainJson(text) ? new PlainAnswer(data, errors) : { data, errors };
  }
  throw new SubgraphError(`The subgraph "${name}" did not answer as GraphQL does.`, { status });
}
