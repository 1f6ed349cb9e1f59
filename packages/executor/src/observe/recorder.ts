import type { Condition } from '../compile/condition.js';
import type { Step } from '../compile/steps.js';

/** One request of a plan. */
export interface PlanStep {
  /** Unique in the operation, also where it is planned in parts. */
  readonly id: number;
  readonly subgraph: string;
  readonly kind: Step['kind'];
  /** What is sent, with the names of its variables and without their values. */
  readonly query: string;
  /** Where it adds to the answer: keys from the root, `@` for each of a list. Empty: at the root. */
  readonly paths: readonly string[];
  /** The ids of the steps that it waits for. */
  readonly after: readonly number[];
  /** On what it depends whether it is sent, such as `$more` or `not $less`. */
  readonly conditions: readonly string[];
}

/** How a fetch went. */
export interface FetchEnd {
  /** Of the answer, as JSON. */
  readonly bytes: number;
  /** Whether it came with another fetch that was under way already. */
  readonly isShared: boolean;
  readonly error: unknown;
}

/** Is told what happens to one operation. It is called at once and must not throw. */
export interface Recorder {
  /** Before anything is sent. `isKnown`: whether the operation was planned already. */
  planned(steps: readonly PlanStep[], isKnown: boolean): void;
  /** A step is sent, for so many entities; returns who is told of its end. */
  fetching(step: number, entities: number): (end: FetchEnd) => void;
}

/** The plans of an operation as one row of steps, each with the step that it is told of. */
export function planSteps(plans: readonly (readonly Step[])[]): Map<Step, PlanStep> {
  const told = new Map<Step, PlanStep>();
  for (const steps of plans) {
    const first = told.size;
    for (const step of steps) {
      told.set(step, {
        id: first + step.index,
        subgraph: step.subgraph,
        kind: step.kind,
        query: step.query,
        paths: pathsOf(step),
        after: step.after.map((index) => first + index),
        conditions: conditionsOf(step),
      });
    }
  }
  return told;
}

function pathsOf({ content }: Step): string[] {
  if (content.kind === 'root') return [];
  const paths = content.parts.flatMap(({ targets }) => targets.map(({ path }) => path.join('.')));
  return [...new Set(paths)];
}

/** Those of a root fetch; of entities each target has its own. */
function conditionsOf({ content }: Step): string[] {
  const told = ({ variable, is }: Condition) => (is ? `$${variable}` : `not $${variable}`);
  return content.kind === 'root' ? content.conditions.map(told) : [];
}
