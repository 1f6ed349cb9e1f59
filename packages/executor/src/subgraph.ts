import type { OperationTypeNode } from 'graphql';

/** One operation as it is sent to a subgraph. */
export interface SubgraphRequest {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName?: string | undefined;
}

/** On whose behalf and how long a subgraph is asked. */
export interface SubgraphCall<Context> {
  readonly context: Context;
  readonly kind: `${OperationTypeNode}`;
  readonly signal?: AbortSignal | undefined;
  /** To be called, where it is there, by who answers with what another call brings. */
  readonly shared?: () => void;
  /** An answer may be shared only with requests that say the same here: others began before something changed. */
  readonly since?: string | undefined;
}

/**
 * What a subgraph said. Nothing in it is trusted: `data` may be of any shape and `errors` too. It belongs
 * to the executor, which changes it: an answer that is given to two callers is given as two copies.
 */
export interface SubgraphAnswer {
  readonly data?: unknown;
  readonly errors?: unknown;
}

/** One that was read from JSON without an escape in it: its texts can be written as JSON as they are. */
export class PlainAnswer implements SubgraphAnswer {
  constructor(
    readonly data: unknown,
    readonly errors?: unknown,
  ) {}
}

/** The way to one subgraph. A rejection is an outage of it: its message is told to the client. */
export interface Subgraph<Context = unknown> {
  execute(request: SubgraphRequest, call: SubgraphCall<Context>): Promise<SubgraphAnswer>;
  /**
   * One answer for each event, in order, until the source ends or `call.signal` aborts, which ends the
   * iteration at once and closes the source. A rejection says that the source was lost.
   */
  subscribe?(request: SubgraphRequest, call: SubgraphCall<Context>): AsyncIterable<SubgraphAnswer>;
}
