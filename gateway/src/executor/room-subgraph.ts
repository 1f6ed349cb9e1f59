import { context as active, propagation, SpanStatusCode, trace } from '@opentelemetry/api';
import type { Context } from '@opentelemetry/api';
import type { GraphQLAnswer, GraphQLRequest, RoomTransport } from '@propertea/chassis/runtime';
import { copied, InFlight, SubgraphError, TrafficRefusal } from '@propertea/executor';
import type {
  Subgraph,
  SubgraphAnswer,
  SubgraphCall,
  SubgraphRequest,
  TrafficLane,
} from '@propertea/executor';
import { ASSERTION_HEADER, demandScope, Fault, REQUEST_ID_HEADER } from '@propertea/kernel';
import type { GraphQLFormattedError } from 'graphql';
import type { IncomingHttpHeaders } from 'node:http';
import type { Assert } from '../identity/assert.js';
import { eachOf } from './each-of.js';
import type { FetchMetrics } from '../metrics/fetch-metrics.js';
import type { RequestContext } from './executor.js';

/** What a room answered, and in which headers if somebody wants to know. */
interface Said {
  readonly answer: GraphQLAnswer;
  readonly headers: IncomingHttpHeaders | undefined;
}

/**
 * A room as a subgraph, in process or over HTTP as the transport decides, asked with the caller's
 * assertion by the rules of its lane. Equal queries of one identity that are under way at the same time are
 * sent once; no mutation is ever sent twice.
 */
export class RoomSubgraph implements Subgraph<RequestContext> {
  readonly #inFlight = new InFlight<Said>();
  /** Rises with each mutation: who asks after one shares no answer that was begun before it. */
  #writes = 0;

  constructor(
    private readonly room: RoomTransport,
    private readonly assert: Assert,
    private readonly lane: TrafficLane,
    private readonly counts?: FetchMetrics,
  ) {}

  async execute(
    request: SubgraphRequest,
    { context, kind, signal, shared, since = '' }: SubgraphCall<RequestContext>,
  ): Promise<SubgraphAnswer> {
    requireScope(this.room.name, kind === 'mutation' ? 'write' : 'read', context);
    const fetch = toFetch(request);
    const assertion = this.assert(context.identity, this.room.name);
    let isSent = false;
    const send = (until: AbortSignal | undefined): Promise<Said> => {
      isSent = true;
      return this.lane.run(kind, until, (soon) => {
        if (kind === 'mutation') context.mutated.add(this.room.name);
        return this.#send(fetch, assertion, context, soon);
      });
    };
    let said: Said;
    try {
      const answering =
        kind === 'query'
          ? this.#inFlight.share(
              `${this.#writes} ${since} ${assertion}${JSON.stringify(fetch)}`,
              signal,
              send,
              copyOf,
            )
          : send(signal).finally(() => (this.#writes += 1));
      if (!isSent) {
        this.counts?.shared(this.room.name);
        shared?.();
      }
      said = await answering;
    } catch (error) {
      tellOutage(error, this.room.name, context);
      throw unavailable(this.room.name);
    }
    if (said.headers) context.roomHeaders?.add(said.headers);
    return read(this.room.name, said.answer, context);
  }

  subscribe(
    request: SubgraphRequest,
    { context, signal }: SubgraphCall<RequestContext>,
  ): AsyncIterable<SubgraphAnswer> {
    const { name } = this.room;
    requireScope(name, 'read', context);
    // A subscription outlives its assertion, which is made anew for as long as it lasts.
    const above = context.trace ?? active.active();
    const headers = () => headersOf(this.assert(context.identity, name), context, above);
    const open = () =>
      active.with(above, () => {
        const answers = this.room.subscribe(toFetch(request), headers, signal);
        return answers[Symbol.asyncIterator]();
      });
    try {
      const answers = this.lane.subscribe(signal, open);
      return orUnavailable(
        eachOf(answers, (answer) => read(name, answer, context)),
        name,
        context,
      );
    } catch (error) {
      tellOutage(error, name, context);
      throw unavailable(name);
    }
  }

  async #send(
    fetch: GraphQLRequest,
    assertion: string,
    context: RequestContext,
    signal: AbortSignal,
  ): Promise<Said> {
    signal.throwIfAborted();
    const { name } = this.room;
    let heard: IncomingHttpHeaders | undefined;
    const told = context.roomHeaders && ((some: IncomingHttpHeaders) => void (heard = some));
    const begun = performance.now();
    let outcome: Parameters<FetchMetrics['sent']>[1] = 'answered';
    try {
      const answer = await active.with(context.trace ?? active.active(), () =>
        traced(`room ${name}`, () =>
          this.room.execute(fetch, headersOf(assertion, context, active.active()), signal, told),
        ),
      );
      return { answer, headers: heard };
    } catch (error) {
      outcome = signal.aborted ? 'aborted' : 'unavailable';
      throw error;
    } finally {
      this.counts?.sent(name, outcome, performance.now() - begun);
    }
  }
}

const copyOf = ({ answer, headers }: Said): Said => ({ answer: copied(answer), headers });

/** What a lane refuses is told of by its breaker, once and not for each request. */
function tellOutage(error: unknown, room: string, { logger }: RequestContext): void {
  if (error instanceof TrafficRefusal) logger.debug({ err: error, room }, 'room was not asked');
  else logger.warn({ err: error, room }, 'room is unavailable');
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
  above: Context,
): Record<string, string> {
  // With telemetry on the trace goes on from our own span, and with our own decision whether it is kept.
  const carrier: { traceparent?: string } = {};
  propagation.inject(above, carrier);
  return {
    [ASSERTION_HEADER]: assertion,
    [REQUEST_ID_HEADER]: requestId,
    ...(traceparent && { traceparent }),
    ...carrier,
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
