import type { DocumentNode, FormattedExecutionResult } from 'graphql';
import type { IncomingMessage } from 'node:http';
import type { OperationCosts } from '../demand/operation-costs.js';
import type { Caller } from '../identity/caller.js';
import { planTree } from './plan-tree.js';
import { RequestRecord } from './request-record.js';

/** Ask for what happened to one's own request with `x-debug: plan, trace, cost`, or some of them. */
export const DEBUG_HEADER = 'x-debug';

/** Those of the operation, to estimate it by. */
interface Asked {
  document: DocumentNode;
  operationName: string | undefined;
  variables: Record<string, unknown>;
}

/** What a caller is told of their own request in `extensions.propertea`. */
export class Inspection {
  readonly record = new RequestRecord();

  constructor(private readonly parts: ReadonlySet<string>) {}

  /** The same answer, with what was asked for. `costs` are those of the graph that answered. */
  answered(
    result: FormattedExecutionResult,
    asked: Asked,
    costs: () => OperationCosts | undefined,
  ): FormattedExecutionResult {
    const { record, parts } = this;
    const told = {
      ...(parts.has('plan') && record.plan && { plan: planTree(record.plan) }),
      ...(parts.has('trace') && { trace: record.trace() }),
      ...(parts.has('cost') && { cost: costOf(asked, costs(), result) }),
    };
    return { ...result, extensions: { ...result.extensions, propertea: told } };
  }
}

/** Operators, and in development everybody, are told of their own requests; others as if they had not asked. */
export function inspectionOf(
  { headers }: Pick<IncomingMessage, 'headers'>,
  { isOperator }: Pick<Caller, 'isOperator'>,
  open: boolean,
): Inspection | undefined {
  const header = headers[DEBUG_HEADER];
  if (typeof header !== 'string' || !(open || isOperator)) return undefined;
  const parts = new Set(header.split(',').map((part) => part.trim().toLowerCase()));
  return new Inspection(parts);
}

/** In units of cost; where an operation cannot be estimated, why. */
function costOf(
  { document, operationName, variables }: Asked,
  costs: OperationCosts | undefined,
  { data }: FormattedExecutionResult,
): object | null {
  if (!costs || data === undefined) return null;
  try {
    const cost = costs.of(document, operationName, variables);
    return { estimate: cost.cost, actual: cost.actual(data) };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}
