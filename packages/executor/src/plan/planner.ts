import type { QueryPlan } from '@apollo/query-planner';

/** What the planner is asked: one self-contained operation, and the progressive overrides that hold. */
export interface PlanRequest {
  readonly operation: string;
  readonly overrides: readonly string[];
}

/** Makes query plans for one supergraph. Rejects where an operation cannot be planned in time. */
export interface Planner {
  plan(request: PlanRequest): Promise<QueryPlan>;
  /** Gives back what planning holds, until the next operation needs it. */
  rest(): void;
  stop(): Promise<void>;
}

/** A planner, and the schema that clients see as SDL: both come of the same reading of the supergraph. */
export interface LoadedPlanner {
  readonly planner: Planner;
  readonly apiSdl: string;
}

/** Reads a supergraph; rejects when it cannot be served, saying why. */
export type LoadPlanner = (supergraphSdl: string) => Promise<LoadedPlanner>;

/** An operation for which there is no plan: no subgraph answers it, or it asks for too much at once. */
export class PlanningError extends Error {
  override readonly name = 'PlanningError';

  constructor(
    readonly code: 'UNANSWERABLE' | 'BAD_USER_INPUT',
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
