/** Is told what an executor does with all operations. It is called at once and must not throw. */
export interface ExecutorObserver {
  /** An operation was looked for among those that are compiled. */
  lookedUp?(isKnown: boolean): void;
  /** The planner was asked for the plan of an operation, which took so long, waiting for its turn included. */
  planned?(milliseconds: number, error?: unknown): void;
}
