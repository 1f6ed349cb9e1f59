import type { QueryPlan } from '@apollo/query-planner';
import type { DeferredLabels } from '../operation/deferred-fragments.js';
import { Pauses } from '../operation/pauses.js';
import type { PreparedOperation } from '../operation/prepare.js';
import { buildShape } from '../shape/build-shape.js';
import type { ShapeParts } from '../shape/build-shape.js';
import { quickShaper } from '../shape/quick-shaper.js';
import type { QuickShaper } from '../shape/quick-shaper.js';
import type { ObjectShape } from '../shape/shape.js';
import { textShaper } from '../shape/text-shaper.js';
import type { TextShaper } from '../shape/text-shaper.js';
import type { SupergraphFacts } from '../supergraph/read-supergraph.js';
import { compilePlan, compilePrimary } from './compile-plan.js';
import type { Step } from './steps.js';

/** Everything that is known of an operation before it runs; shared by all its requests, never changed. */
export interface CompiledOperation extends Pick<
  PreparedOperation,
  'kind' | 'introspection' | 'refusals'
> {
  /** Plans that run side by side; their answers are united. */
  readonly plans: readonly (readonly Step[])[];
  /** The source of a subscription; `plans` then say what is done for each of its events. */
  readonly source: Step | undefined;
  /** Whether anything was to plan for which no subgraph has an answer. */
  readonly isUnanswerable: boolean;
  /** What is answered later; undefined for an operation that is answered at once. */
  readonly deferred: DeferredLabels | undefined;
  readonly shape: ObjectShape;
  readonly quickShape: QuickShaper;
  readonly textShape: TextShaper;
  /** About what this takes in memory. */
  readonly bytes: number;
}

/** What a field, a plan and their code take, estimated generously. */
const BYTES_PER_CHARACTER = 8;

export async function compileOperation(
  prepared: PreparedOperation,
  plans: readonly QueryPlan[],
  facts: SupergraphFacts,
  shapeParts: ShapeParts,
  deferred?: DeferredLabels,
): Promise<CompiledOperation> {
  const { kind, asked, introspection, refusals, toPlan } = prepared;
  const subscription = plans.map(({ node }) => node).find((node) => node?.kind === 'Subscription');
  const pauses = new Pauses();
  const compiled: Step[][] = [];
  for (const { node } of plans) {
    const rest = node?.kind === 'Subscription' ? node.rest : node;
    compiled.push(await compilePlan(rest, facts, pauses));
  }
  await pauses.afterLongWork();
  const shape = buildShape(asked, shapeParts);
  await pauses.afterLongWork();
  const characters = JSON.stringify(plans).length + toPlan.join('').length;
  return {
    kind,
    introspection,
    refusals,
    source:
      subscription?.kind === 'Subscription' ? compilePrimary(subscription.primary) : undefined,
    plans: compiled,
    deferred,
    isUnanswerable: plans.some(({ node }) => node === undefined),
    shape,
    quickShape: quickShaper(shape),
    textShape: textShaper(shape),
    bytes: characters * BYTES_PER_CHARACTER,
  };
}
