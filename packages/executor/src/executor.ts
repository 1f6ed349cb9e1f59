import type { DocumentNode, ExecutionResult, GraphQLSchema } from 'graphql';
import type { Caller } from './policy/caller.js';
import type { Subgraph } from './subgraph.js';

/** One operation of a document that was validated against the executor's `schema`. */
export interface Operation {
  readonly document: DocumentNode;
  readonly operationName?: string | null | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
  /** Equal for equal sources, such as their hash; spares printing the document to find its plan. */
  readonly sourceKey?: string | undefined;
}

export interface ExecutorOptions<Context> {
  readonly supergraphSdl: string;
  /** The way to a subgraph by the name and URL that the supergraph gives it. */
  readonly subgraph: (name: string, url: string) => Subgraph<Context>;
  /**
   * Who asks. Without it nothing that demands authentication is served.
   */
  readonly caller?: (context: Context) => Caller;
  /** What plans and compiled operations may take together, in bytes. */
  readonly cacheBytes?: number;
}

/** Plans and runs operations over one supergraph. */
export interface Executor<Context> {
  /** The schema that clients see: validate against it, introspect it. */
  readonly schema: GraphQLSchema;
  execute(operation: Operation, context: Context, signal?: AbortSignal): Promise<ExecutionResult>;
  /** A result for each event, or the one result that says why there is no subscription. */
  subscribe(
    operation: Operation,
    context: Context,
    signal?: AbortSignal,
  ): Promise<AsyncIterableIterator<ExecutionResult> | ExecutionResult>;
  /** Frees what the executor holds; operations in flight still finish. */
  stop(): Promise<void>;
}
