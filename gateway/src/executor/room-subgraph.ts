import { SpanStatusCode, trace } from '@opentelemetry/api';
import type { GraphQLAnswer, GraphQLRequest, RoomTransport } from '@propertea/chassis/runtime';
import { copied, InFlight, SubgraphError } from '@propertea/executor';
import type { Subgraph, SubgraphAnswer, SubgraphCall, SubgraphRequest } from '@propertea/executor';
import { ASSERTION_HEADER, demandScope, Fault, REQUEST_ID_HEADER } from '@propertea/kernel';
import type { GraphQLFormattedError } from 'graphql';
import type { Assert } from '../identity/assert.js';
import { eachOf } from './each-of.js';
import type { RequestContext } from './executor.js';

/**
 * A room as a subgraph, in process or over HTTP as the transport decides, asked with the caller's
 * assertion. Equal queries of one identity that are under way at the same time are sent once; nothing is
 * ever sent twice.
 */
export class RoomSubgraph implements Subgraph<RequestContext> {
  readonly #inFlight = new InFlight<GraphQLAnswer>();
  /** Rises with each mutation: who asks after one shares no answer that was begun before it. */
  #writes = 0;

  constructor(
    private readonly room: RoomTransport,
    private readonly assert: Assert,
  ) {}

  async execute(
    request: SubgraphRequest,
    { context, kind, signal, since = '' }: SubgraphCall<RequestContext>,
  ): Promise<SubgraphAnswer> {
    requireScope(this.room.name, kind === 'mutation' ? 'write' : 'read', context);
    if (kind === 'mutation') context.mutated.add(this.room.name);
    const fetch = toFetch(request);
    const assertion = this.assert(context.identity, this.room.name);
    const send = (until: AbortSignal | undefined): Promise<GraphQLAnswer> =>
      this.#send(fetch, assertion, context, until);
    let answer: GraphQLAnswer;
    try {
      answer =
        kind === 'query'
          ? await this.#inFlight.share(
              `${this.#writes} ${since} ${assertion}${JSON.stringify(fetch)}`,
              signal,
              send,
              copied,
            )
          : await send(signal).finally(() => (this.#writes += 1));
    } catch (error) {
      context.logger.warn({ err: error, room: this.room.name }, 'room is unavailable');
      throw unavailable(this.room.name);
    }
    return read(this.room.name, answer, context);
  }

  subscribe(
    request: SubgraphRequest,
    { context, signal }: SubgraphCall<RequestContext>,
  ): AsyncIterable<SubgraphAnswer> {
    const { name } = this.room;
    requireScope(name, 'read', context);
    // A subscription outlives its assertion, which is made anew for as long as it lasts.
    const headers = () => headersOf(this.assert(context.identity, name), context);
    const answers = this.room.subscribe(toFetch(request), headers, signal);
    return orUnavailable(
      eachOf(answers[Symbol.asyncIterator](), (answer) => read(name, answer, context)),
      name,
      context,
    );
  }

  #send(
    fetch: GraphQLRequest,
    assertion: string,
    context: RequestContext,
    signal: AbortSignal | undefined,
  ): Promise<GraphQLAnswer> {
    signal?.throwIfAborted();
    const headers = headersOf(assertion, context);
    return traced(`room ${this.room.name}`, () => this.room.execute(fetch, headers, signal));
  }
}

/** An API client that may not ask a room is told so before the room is asked, which would tell it the same. */
function requireScope(room: string, kind: 'read' | 'write', { identity }: RequestContext): void {
  try {
    demandScope(identity, room, kind);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    throw new SubgraphError(error.message, { code: error.code }, { cause: error });
  }
}

function toFetch({ query, variables, operationName }: SubgraphRequest): GraphQLRequest {
  return { query, variables, ...(operationName && { operationName }) };
}

function headersOf(
  assertion: string,
  { requestId, traceparent }: RequestContext,
): Record<string, string> {
  return {
    [ASSERTION_HEADER]: assertion,
    [REQUEST_ID_HEADER]: requestId,
    ...(traceparent && { traceparent }),
  };
}

/** The same answers; what makes the iteration fail stays in the log. */
function orUnavailable(
  answers: AsyncIterableIterator<SubgraphAnswer>,
  room: string,
  { logger }: RequestContext,
): AsyncIterableIterator<SubgraphAnswer> {
  return {
    async next() {
      try {
        return await answers.next();
      } catch (error) {
        logger.warn({ err: error, room }, 'a subscription at a room is lost');
        throw unavailable(room);
      }
    },
    return: async () => (await answers.return?.()) ?? { done: true, value: undefined },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

/** One span for what is sent to a room, above those of the room itself. */
function traced<T>(name: string, work: () => Promise<T>): Promise<T> {
  return trace.getTracer('@propertea/gateway').startActiveSpan(name, async (span) => {
    try {
      return await work();
    } catch (error) {
      span.setStatus({ code: SpanStatusCode.ERROR });
      throw error;
    } finally {
      span.end();
    }
  });
}

/** A room that the supergraph names and the gateway was not given. */
export function absentRoom(name: string): Subgraph<RequestContext> {
  return {
    execute: () => Promise.reject(unavailable(name)),
    subscribe() {
      throw unavailable(name);
    },
  };
}

/**
 * What a room said, its errors with message, path and code only. An answer that is no GraphQL answer, or
 * one that refuses the gateway as such, counts as an outage.
 */
function read(room: string, answer: GraphQLAnswer, { logger }: RequestContext): SubgraphAnswer {
  const data = isRecord(answer?.data) ? answer.data : null;
  const errors = Array.isArray(answer?.errors) ? answer.errors.filter(isError) : [];
  if (!data && errors.length === 0) {
    logger.error({ room }, 'room answered without data and without errors');
    throw unavailable(room);
  }
  const whole = data ? undefined : errors.find((error) => !error.path);
  if (whole) {
    logger.error({ room, answer: whole }, 'room refused a fetch');
    // Rooms refuse a whole request only when they distrust the gateway's assertion.
    if (codeOf(whole) === 'UNAUTHENTICATED') throw unavailable(room);
  }
  return {
    data,
    errors: errors.map(({ message, path, ...error }) => ({
      message,
      path,
      extensions: { code: codeOf(error) },
    })),
  };
}

function unavailable(room: string): SubgraphError {
  return new SubgraphError(`The room "${room}" is not available at the moment.`);
}

function codeOf(error: Pick<GraphQLFormattedError, 'extensions'>): string {
  const code = error.extensions?.code;
  return typeof code === 'string' ? code : 'INTERNAL';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isError(value: unknown): value is GraphQLFormattedError {
  return isRecord(value) && typeof value.message === 'string';
}
