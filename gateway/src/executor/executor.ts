import type { Context } from '@opentelemetry/api';
import type { Logger } from '@propertea/chassis/runtime';
import type { IncrementalResult, PassedHeaders, Recorder } from '@propertea/executor';
import type { Identity } from '@propertea/kernel';
import type { AnswerFreshness } from '../cache/answer-freshness.js';
import type { DocumentNode, ExecutionResult, GraphQLSchema } from 'graphql';

/** What one request carries through the gateway. A plain object: Apollo Server copies it shallowly. */
export interface RequestContext {
  readonly identity: Identity;
  readonly requestId: string;
  readonly traceparent: string | undefined;
  /** Under which its spans hang, where what asks for them (an event) is none of its own. */
  readonly trace?: Context | undefined;
  /** Ends the fetches of the operation: time budget, and for queries a client that has left. */
  readonly signal: AbortSignal;
  readonly logger: Logger;
  /** Rooms that a mutation was sent to, whether or not it succeeded. */
  readonly mutated: Set<string>;
  /** What rooms say to the client in headers, where they may. */
  readonly roomHeaders?: PassedHeaders | undefined;
  /** Takes down what happens, for who wants to know. */
  readonly record?: Recorder | undefined;
  /** Told of how long clients may keep the answer. */
  readonly freshness?: AnswerFreshness;
  /** Whether what the operation defers may come later, in parts. */
  readonly takesParts?: boolean;
  /** Told of an operation that was found valid, with what it was validated against. */
  readonly admitted?: (schema: GraphQLSchema) => void;
}

/** One validated operation. `schema` is the version of the api schema that it was validated against. */
export interface ExecutionRequest {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operationName: string | undefined;
  readonly variables: Record<string, unknown>;
}

/** A result for each event, in order, or the one result that says why there is no subscription. */
export type Subscribe = (
  request: ExecutionRequest,
  context: RequestContext,
) => Promise<AsyncIterableIterator<ExecutionResult> | ExecutionResult>;

export type Execute = (
  request: ExecutionRequest,
  context: RequestContext,
) => Promise<ExecutionResult>;

/** The same for who takes parts: in parts, where anything of the operation is deferred. */
export type ExecuteIncrementally = (
  request: ExecutionRequest,
  context: RequestContext,
) => Promise<ExecutionResult | IncrementalResult>;

/**
 * Plans and runs operations over the rooms. Protected fields are enforced by the executor itself,
 * so that no door can forget it. Operations in flight finish on the version they began with.
 */
export interface Executor {
  /** Loads the first supergraph and returns its api schema. Throws when it cannot be served. */
  load(supergraphSdl: string): Promise<GraphQLSchema>;
  /** Replaces the supergraph for new operations. Throws and keeps the old one when the new is unfit. */
  swap(supergraphSdl: string): Promise<GraphQLSchema>;
  execute: Execute;
  executeIncrementally: ExecuteIncrementally;
  /** Ends at once with the context's signal; rejects, while it is read, when the source is lost. */
  subscribe: Subscribe;
  /** Told of every schema, beginning with the present one if there is one. Returns how to stop. */
  onSchema(listener: (schema: GraphQLSchema, supergraphSdl: string) => void): () => void;
  /** What planned operations take at present, in bytes. */
  readonly cachedBytes: number;
  stop(): Promise<void>;
}
