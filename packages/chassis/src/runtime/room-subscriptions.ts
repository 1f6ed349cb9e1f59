import {
  ASSERTION_HEADER,
  type Clock,
  Fault,
  type Identity,
  newId,
  REQUEST_ID_HEADER,
} from '@propertea/kernel';
import {
  createSourceEventStream,
  type DocumentNode,
  execute,
  type ExecutionResult,
  GraphQLError,
  type GraphQLSchema,
  parse,
  validate,
} from 'graphql';
import { RoomContext, type RoomServices } from '../graph/index.js';
import { expiryOf } from './assertion.js';
import { BoundedQueue } from './bounded-queue.js';
import { isUnexpected, quoteRequest, toPublicError } from './errors.js';
import { type GraphQLAnswer, type GraphQLRequest, headersOf, type RoomHeaders } from './graphql.js';

/** So many answers may wait for whoever subscribed. */
const MAX_WAITING = 256;

export type Subscribe = (
  request: GraphQLRequest,
  headers: RoomHeaders,
  signal?: AbortSignal,
) => AsyncIterableIterator<GraphQLAnswer, undefined>;

export interface SubscriptionParts {
  schema: GraphQLSchema;
  services: RoomServices;
  clock: Clock;
  verify: (assertion: string | undefined) => Identity;
}

/**
 * The room's subscriptions: each event is answered as a request of its own, in a transaction of its own,
 * with the rights of the assertion of that moment.
 */
export class RoomSubscriptions {
  readonly #open = new Set<BoundedQueue<GraphQLAnswer>>();
  readonly #answering = new Set<Promise<unknown>>();

  constructor(private readonly parts: SubscriptionParts) {}

  /**
   * One answer for each event; a single one with errors where there is nothing to subscribe to. Rejects
   * when the source fails, when the assertion has expired and when the room stops.
   */
  readonly subscribe: Subscribe = (request, headers, signal) => {
    const over = new AbortController();
    const leave = () => queue.drop();
    const queue: BoundedQueue<GraphQLAnswer> = new BoundedQueue(MAX_WAITING, () => {
      this.#open.delete(queue);
      clearTimeout(expiring);
      signal?.removeEventListener('abort', leave);
      over.abort();
    });
    const expiring =
      typeof headers === 'function' ? undefined : this.#expire(queue, headers[ASSERTION_HEADER]);
    if (signal?.aborted) queue.drop();
    signal?.addEventListener('abort', leave, { once: true });
    this.#open.add(queue);
    this.#pump({ request, headers, queue, signal: over.signal }).then(
      () => queue.end(),
      (error: unknown) => queue.fail(error),
    );
    return queue;
  };

  /** Ends all of them as lost, and lets answers in the making finish. */
  async stop(): Promise<void> {
    for (const queue of this.#open) {
      queue.fail(new Fault('UPSTREAM_UNAVAILABLE', 'The service stops. Try again in a moment.'));
    }
    await Promise.allSettled(this.#answering);
  }

  /** Who gives headers once, and not a function, has them for as long as they are good. */
  #expire(queue: BoundedQueue<GraphQLAnswer>, assertion: string | undefined) {
    if (assertion === undefined) return undefined;
    try {
      this.parts.verify(assertion);
    } catch {
      // Told in an answer, as to any request.
      return undefined;
    }
    const left = expiryOf(assertion) - this.parts.clock.now().getTime();
    const timer = setTimeout(() => {
      queue.fail(new Fault('UNAUTHENTICATED', 'The assertion has expired.'));
    }, left);
    timer.unref();
    return timer;
  }

  async #pump({ request, headers, queue, signal }: Subscribing): Promise<void> {
    let events: AsyncIterator<unknown>;
    let document: DocumentNode;
    try {
      document = parse(request.query, { noLocation: true });
      const opened = await this.#source(document, request, headers, signal);
      if ('answer' in opened) return void queue.push(opened.answer);
      events = opened.events;
    } catch (error) {
      return void queue.push(refusal(error));
    }
    const close = () => void events.return?.()?.then(undefined, () => undefined);
    if (signal.aborted) return close();
    signal.addEventListener('abort', close, { once: true });
    while (!signal.aborted) {
      const event = await events.next();
      if (event.done || signal.aborted) return;
      const answer = await this.#answer(document, request, headers, event.value);
      if (!queue.push(answer)) {
        queue.overflow(new Error('Events come faster than they are read.'));
      }
    }
  }

  async #source(
    document: DocumentNode,
    request: GraphQLRequest,
    headers: RoomHeaders,
    signal: AbortSignal,
  ): Promise<{ events: AsyncIterator<unknown> } | { answer: GraphQLAnswer }> {
    const context = this.#context(headers, signal);
    try {
      const { schema } = this.parts;
      const mistakes = validate(schema, document);
      if (mistakes.length > 0) return { answer: badInput(mistakes) };
      const opened = await createSourceEventStream(argsOf(schema, document, request, context));
      if (Symbol.asyncIterator in opened) return { events: opened[Symbol.asyncIterator]() };
      // What has no place in the operation is about its variables.
      const mistaken = opened.errors?.every(({ path }) => !path) ?? false;
      return { answer: mistaken ? badInput(opened.errors ?? []) : toAnswer(opened, context) };
    } finally {
      await context.end();
    }
  }

  async #answer(
    document: DocumentNode,
    request: GraphQLRequest,
    headers: RoomHeaders,
    event: unknown,
  ): Promise<GraphQLAnswer> {
    const context = this.#context(headers);
    const { schema } = this.parts;
    const answering = (async () => {
      try {
        const args = argsOf(schema, document, request, context);
        return toAnswer(await execute({ ...args, rootValue: event }), context);
      } finally {
        await context.end();
      }
    })();
    this.#answering.add(answering);
    try {
      return await answering;
    } finally {
      this.#answering.delete(answering);
    }
  }

  /** Throws a Fault UNAUTHENTICATED without a valid assertion. */
  #context(given: RoomHeaders, signal?: AbortSignal): RoomContext {
    const headers: Record<string, string | undefined> = headersOf(given);
    const { services, verify } = this.parts;
    const identity = verify(headers[ASSERTION_HEADER]);
    const requestId = headers[REQUEST_ID_HEADER] ?? newId();
    const actor = { identity, requestId, traceparent: headers['traceparent'] ?? null };
    return new RoomContext(services, actor, services.logger.child({ requestId }), signal);
  }
}

interface Subscribing {
  request: GraphQLRequest;
  headers: RoomHeaders;
  queue: BoundedQueue<GraphQLAnswer>;
  signal: AbortSignal;
}

function argsOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  { variables, operationName }: GraphQLRequest,
  contextValue: RoomContext,
) {
  return { schema, document, variableValues: variables, operationName, contextValue };
}

function toAnswer({ data, errors }: ExecutionResult, { log, actor }: RoomContext): GraphQLAnswer {
  for (const error of errors?.filter(isUnexpected) ?? []) {
    log.error({ err: error.originalError ?? error, path: error.path }, 'request failed');
  }
  return {
    ...(data !== undefined && { data }),
    ...(errors && {
      errors: errors.map((error) =>
        quoteRequest(toPublicError(error.toJSON(), error), actor.requestId),
      ),
    }),
  };
}

function refusal(error: unknown): GraphQLAnswer {
  if (error instanceof GraphQLError) return badInput([error]);
  if (!(error instanceof Fault)) throw error;
  return { errors: [{ message: error.message, extensions: { code: error.code } }] };
}

function badInput(mistakes: readonly GraphQLError[]): GraphQLAnswer {
  const extensions = { code: 'BAD_USER_INPUT' };
  return { errors: mistakes.map(({ message }) => ({ message, extensions })) };
}
