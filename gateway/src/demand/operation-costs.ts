import type { DocumentNode, GraphQLSchema } from 'graphql';
import { actualCost } from './actual-cost.js';
import { estimate } from './estimate.js';
import type { Estimate } from './estimate.js';
import type { FieldCosts } from './field-costs.js';
import { Selections } from './selections.js';

/** What one operation costs before and after. */
export interface OperationCost extends Estimate {
  actual(data: Record<string, unknown> | null | undefined): number;
}

/** Costs of operations over one schema, remembered with their document where variables do not matter. */
export class OperationCosts {
  readonly #known = new WeakMap<DocumentNode, Map<string, OperationCost>>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly costs: FieldCosts,
  ) {}

  /** Throws `Fault`: COST_LIMIT for what cannot be estimated, BAD_USER_INPUT where a size must be said. */
  of(
    document: DocumentNode,
    operationName: string | undefined,
    variables: Readonly<Record<string, unknown>>,
  ): OperationCost {
    const known = this.#known.get(document)?.get(operationName ?? '');
    if (known) return known;
    const selections = new Selections(this.schema, document, operationName, variables);
    const cost = {
      ...estimate(selections, this.costs),
      actual: (data: Parameters<OperationCost['actual']>[0]) =>
        actualCost(selections, this.costs, data),
    };
    // Names are those of the document's operations (`operationOf`), so there are not many of them.
    if (!selections.varies) {
      selections.forgetVariables();
      const byName = this.#known.get(document) ?? new Map<string, OperationCost>();
      this.#known.set(document, byName.set(operationName ?? '', cost));
    }
    return cost;
  }
}
