import type { Step } from '../compile/steps.js';
import type { SubgraphRequest } from '../subgraph.js';
import type { JsonObject } from './json.js';
import type { RunParts } from './plan-run.js';

/** The client's variables that a step sends. */
export function sentVariables(
  step: Step,
  { variables }: Pick<RunParts<never>, 'variables'>,
): JsonObject {
  const sent: JsonObject = {};
  for (const { name, sentAs } of step.variables) {
    if (Object.hasOwn(variables, name)) sent[sentAs] = variables[name];
  }
  return sent;
}

/** A step as the request that is sent. */
export function requestOf(step: Step, variables: JsonObject): SubgraphRequest {
  return { query: step.query, variables, operationName: step.operationName };
}
