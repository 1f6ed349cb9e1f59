import type { PlanStep } from '@propertea/executor';

/** A request of the plan, and those that are sent after it. */
export interface PlanBranch extends PlanStep {
  readonly next: readonly PlanBranch[];
}

/** The plan of a request, by what waits for what. */
export interface PlanTree {
  /** Whether it was planned for an earlier request. */
  readonly isKnown: boolean;
  readonly steps: readonly PlanBranch[];
}

/** Steps as a tree: each below the last of those that it waits for; `after` names all of them. */
export function planTree({
  steps,
  isKnown,
}: {
  steps: readonly PlanStep[];
  isKnown: boolean;
}): PlanTree {
  const below = (id: number | undefined): PlanBranch[] =>
    steps
      .filter(({ after }) => (after.length > 0 ? Math.max(...after) : undefined) === id)
      .map((step) => ({ ...step, next: below(step.id) }));
  return { isKnown, steps: below(undefined) };
}
