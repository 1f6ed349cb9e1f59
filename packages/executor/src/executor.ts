import type { DocumentNode, ExecutionResult, GraphQLError, GraphQLSchema } from 'graphql';
import type { FetchCache } from './cache/fetch-cache.js';
import type { Decisions } from './operation/conditions.js';
import type { ExecutorObserver } from './observe/observer.js';
import type { Recorder } from './observe/recorder.js';
import type { LoadPlanner } from './plan/planner.js';
import type { Caller } from './policy/caller.js';
import type { Subgraph } from './subgraph.js';

/** One operation of a document that was validated against the executor's `schema`. */
export interface Operation {
  /** Kept by the caller for as long as it comes again: an operation is found fastest by its document. */
  readonly document: DocumentNode;
  readonly operationName?: string | null | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
}

export interface ExecutorOptions<Context> {
  readonly supergraphSdl: string;
  /** The way to a subgraph by the name and URL that the supergraph gives it. */
  readonly subgraph: (name: string, url: string) => Subgraph<Context>;
  /** Who asks. Without it nothing is served that demands anything of its caller. */
  readonly caller?: (context: Context) => Caller;
  /** What compiled operations may take together, in bytes; 64 MiB unless it is said. */
  readonly cacheBytes?: number;
  /** Whether a progressive override holds for a request, by its label. `percent(n)` is drawn here otherwise. */
  readonly override?: (label: string, context: Context) => boolean;
  /** Whether clients may write @defer, for answers in parts; otherwise the schema does not have it. */
  readonly defer?: boolean;
  /** Is told what is planned and what was known already. */
  readonly observe?: ExecutorObserver;
  /** Who is told what happens to the one operation of a context; nobody, unless it is said. */
  readonly recorder?: (context: Context) => Recorder | undefined;
  /** Keeps what `@cacheControl` of the supergraph says may be kept, between queries. */
  readonly cache?: FetchCache<Context> | undefined;
  /** Where plans come from: Apollo's planner in a thread of its own unless it is said. */
  readonly planner?: LoadPlanner;
}

/** An operation as it is compiled: for those who may read as much as `caller`. */
export interface WarmOperation {
  /** A document with this one operation. */
  readonly document: string;
  readonly caller: Caller | undefined;
  readonly overrides: readonly string[];
  /** The values of the variables on which @skip and @include hang. */
  readonly decisions?: Decisions;
  /** Whether what it defers comes later. */
  readonly incremental?: boolean;
}

/** An answer as JSON. */
export interface Response {
  readonly body: string;
  /** False where the operation was refused before anything of it ran. */
  readonly hasData: boolean;
}

/** What a deferred fragment adds to one object of an answer. */
export interface Increment {
  readonly label?: string;
  /** From the root, as the client names it. */
  readonly path: readonly (string | number)[];
  readonly data: Record<string, unknown> | null;
  readonly errors?: readonly GraphQLError[];
}

/** An answer in parts, as incremental delivery has them (its proposal of August 2022). */
export interface IncrementalResult {
  readonly initial: ExecutionResult & { readonly hasNext: boolean };
  /** To be read to its end, or until the signal of the operation aborts. */
  readonly subsequent: AsyncIterable<SubsequentResult>;
}

export interface SubsequentResult {
  readonly incremental: readonly Increment[];
  readonly hasNext: boolean;
}

/** The same, each part as JSON. */
export interface IncrementalResponse {
  /** `{ data, errors?, hasNext }` */
  readonly initial: string;
  /** `{ incremental: [{ label?, path, data, errors? }], hasNext }` */
  readonly subsequent: AsyncIterable<string>;
}

/** Plans and runs operations over one supergraph. */
export interface Executor<Context> {
  /** The schema that clients see: validate against it, introspect it. */
  readonly schema: GraphQLSchema;
  /** Never rejects for what a subgraph or a client does: that is in `errors`, each with a path. */
  execute(operation: Operation, context: Context, signal?: AbortSignal): Promise<ExecutionResult>;
  /** The same as JSON text, which takes less than making the object and writing it. */
  respond(operation: Operation, context: Context, signal?: AbortSignal): Promise<Response>;
  /** The same for who reads deferred fragments later: in parts, where anything of the operation is deferred. */
  executeIncrementally(
    operation: Operation,
    context: Context,
    signal?: AbortSignal,
  ): Promise<ExecutionResult | IncrementalResult>;
  /** The same as JSON text. */
  respondIncrementally(
    operation: Operation,
    context: Context,
    signal?: AbortSignal,
  ): Promise<Response | IncrementalResponse>;
  /**
   * A result for each event, in order, or the one result that says why there is no subscription. The
   * iteration rejects when the source is lost; `return()` and `signal` end it at once.
   */
  subscribe(
    operation: Operation,
    context: Context,
    signal?: AbortSignal,
  ): Promise<AsyncIterableIterator<ExecutionResult> | ExecutionResult>;
  /** What is compiled, the most recently used first: for warming the executor that comes after this one. */
  operations(): WarmOperation[];
  /** Plans and compiles operations before they are asked for; those that do not fit are left out. */
  warm(operations: readonly WarmOperation[]): Promise<void>;
  /** What compiled operations take at present, in bytes. */
  readonly cachedBytes: number;
  /** For one that is replaced: gives back what planning holds, and still plans what comes late. */
  rest(): void;
  /** Plans nothing any more; operations in flight still finish. */
  stop(): Promise<void>;
}
