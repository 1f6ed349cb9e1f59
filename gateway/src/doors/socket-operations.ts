import { SubgraphError, SubscriptionError } from '@propertea/executor';
import type { AdmittedSubscription } from '@propertea/executor';
import type { Logger } from '@propertea/chassis/runtime';
import { Fault } from '@propertea/kernel';
import { validate } from 'graphql';
import type {
  DocumentNode,
  ExecutionResult,
  FormattedExecutionResult,
  GraphQLFormattedError,
  GraphQLSchema,
} from 'graphql';
import { createHash, randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { eachOf } from '../executor/each-of.js';
import type { Subscribe } from '../executor/executor.js';
import { operationOf } from '../guards/document-limits.js';
import type { AdmittedDocument } from '../guards/document-limits.js';
import { limitValues } from '../guards/values.js';
import type { ValueLimits } from '../guards/values.js';
import { hashIn } from '../guards/body.js';
import { requireIntrospection } from '../guards/introspection.js';
import { faultToError, publicError } from '../guards/public-errors.js';
import { asTraceparent } from '../guards/request-id.js';
import type { TrustGuard } from '../guards/trusted.js';
import type { Caller } from '../identity/caller.js';
import type { DoorMetrics } from '../metrics/door-metrics.js';
import type { CountUsage } from '../usage/usage-of.js';
import { openTraced } from './socket-trace.js';

const MAX_MISTAKES = 20;

export interface SocketOperationParts {
  subscribe: Subscribe;
  admit(source: string): AdmittedDocument;
  values: ValueLimits;
  trust: TrustGuard;
  /** Told of each valid subscription. */
  used: CountUsage;
  counts: DoorMetrics;
  logger: Logger;
  /** In development everybody may read the schema, otherwise operators only. */
  openIntrospection: boolean;
  /** Leaves out of validation errors what the schema has instead ("Did you mean …"). */
  hideSchema: boolean;
}

/** What a client wants to subscribe to, its types checked. */
export interface Wish {
  /** Empty where the document is named by a hash alone. */
  query: string;
  documentId?: unknown;
  variables?: Record<string, unknown> | null | undefined;
  operationName?: string | null | undefined;
  extensions?: Record<string, unknown> | null | undefined;
}

/** Who has a socket open. */
export interface SocketCaller {
  readonly caller: Caller;
  readonly headers: IncomingHttpHeaders;
  /** The trace of all its subscriptions that say no other. */
  readonly traceparent: string | undefined;
}

/** Turns what clients subscribe to into live operations, by the same rules as operations over HTTP. */
export class SocketOperations {
  readonly #mistakes = new WeakMap<
    GraphQLSchema,
    WeakMap<DocumentNode, readonly GraphQLFormattedError[]>
  >();

  constructor(private readonly parts: SocketOperationParts) {}

  /**
   * The subscription of a caller. Equal ones of one identity have equal keys, whatever their traces: they
   * belong to that of the first. Throws `SubscriptionError`.
   */
  admit(wish: Wish, client: SocketCaller, schema: GraphQLSchema): AdmittedSubscription {
    const { caller, headers } = client;
    const requestId = randomUUID();
    const operationName = wish.operationName ?? undefined;
    const counting = this.parts.counts.begin();
    let admitted: AdmittedDocument;
    try {
      admitted = this.#admitted(wish, operationName, caller, schema, requestId);
    } catch (error) {
      if (error instanceof SubscriptionError) counting.answered({ errors: error.errors });
      throw error;
    }
    const { document } = admitted;
    counting.valid({ admitted, caller, headers });
    counting.answered({});
    this.parts.used({ admitted, operationName, caller, headers, schema });
    const variables = wish.variables ?? {};
    const { identity } = caller;
    const said = asTraceparent(wish.extensions?.['traceparent']) ?? client.traceparent;
    const key = JSON.stringify([identity, admitted.id, operationName ?? null, variables]);
    return {
      schema,
      document,
      operationName,
      key: createHash('sha256').update(key).digest('base64'),
      open: async (signal) => {
        const logger = this.parts.logger.child({ requestId });
        const results = await openTraced(said, ({ traceparent, context: trace }) =>
          this.parts.subscribe(
            { schema, document, operationName, variables },
            { identity, requestId, traceparent, trace, signal, logger, mutated: new Set() },
          ),
        );
        const told = (result: ExecutionResult) => this.#told(result, requestId, logger);
        return Symbol.asyncIterator in results ? eachOf(results, told) : told(results);
      },
    };
  }

  /** The errors of a subscription whose source is lost. */
  lost(reason: unknown): GraphQLFormattedError[] {
    this.parts.logger.warn({ err: reason }, 'the source of a subscription is lost');
    if (reason instanceof Fault) return [faultToError(reason, randomUUID())];
    const message =
      reason instanceof SubgraphError
        ? reason.message
        : 'The source of this subscription was lost. Subscribe again, and load anew what you show.';
    return [{ message, extensions: { code: 'UPSTREAM_UNAVAILABLE' } }];
  }

  #admitted(
    wish: Wish,
    operationName: string | undefined,
    caller: Caller,
    schema: GraphQLSchema,
    requestId: string,
  ): AdmittedDocument {
    try {
      limitValues('variables', wish.variables, this.parts.values);
      limitValues('extensions', wish.extensions, this.parts.values);
      const hash = hashIn(wish);
      const isAsked = hash !== undefined && wish.query === '';
      const admitted = this.parts.admit(isAsked ? this.parts.trust.textOf(hash) : wish.query);
      this.parts.trust.require(admitted, caller);
      requireIntrospection(this.parts.openIntrospection, admitted, caller);
      if (operationOf(admitted.document, operationName) !== 'subscription') {
        const message = 'Only subscriptions are served here: send queries and mutations by POST.';
        throw new Fault('BAD_USER_INPUT', message);
      }
      const mistakes = this.#mistakesIn(admitted.document, schema);
      if (mistakes.length > 0) throw new SubscriptionError(mistakes);
      return admitted;
    } catch (error) {
      if (error instanceof Fault) throw new SubscriptionError([faultToError(error, requestId)]);
      throw error;
    }
  }

  #mistakesIn(document: DocumentNode, schema: GraphQLSchema): readonly GraphQLFormattedError[] {
    const ofSchema = this.#mistakes.get(schema) ?? new WeakMap();
    this.#mistakes.set(schema, ofSchema);
    let mistakes = ofSchema.get(document);
    if (!mistakes) {
      mistakes = validate(schema, document, undefined, { maxErrors: MAX_MISTAKES }).map(
        ({ message }) => ({
          message: this.parts.hideSchema ? message.replace(/ ?Did you mean(.+?)\?$/, '') : message,
          extensions: { code: 'BAD_USER_INPUT' },
        }),
      );
      ofSchema.set(document, mistakes);
    }
    return mistakes;
  }

  #told(
    { data, errors }: ExecutionResult,
    requestId: string,
    logger: Logger,
  ): FormattedExecutionResult {
    const told = errors?.map((error) => publicError(error, requestId)) ?? [];
    if (told.some(({ extensions }) => extensions?.code === 'INTERNAL')) {
      logger.error({ errors }, 'operation failed');
    }
    return {
      ...(told.length > 0 && { errors: told }),
      ...(data !== undefined && { data }),
    };
  }
}
