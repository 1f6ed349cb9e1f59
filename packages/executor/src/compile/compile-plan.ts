import type { FetchNode, PlanNode } from '@apollo/query-planner';
import { Kind, parse, stripIgnoredCharacters } from 'graphql';
import type { OperationDefinitionNode, SelectionSetNode, VariableDefinitionNode } from 'graphql';
import type { Pauses } from '../operation/pauses.js';
import { clientKey } from '../operation/source-keys.js';
import type { SupergraphFacts } from '../supergraph/read-supergraph.js';
import { alikeFetches } from './entity-parts.js';
import type { AlikeFetches } from './entity-parts.js';
import { behindContexts } from './context-order.js';
import { contextPlaces, contextualPart, contextVariables } from './contextual.js';
import { entityField, entityQuery } from './entity-query.js';
import { groupFetches } from './group-fetches.js';
import { planFetches } from './plan-fetches.js';
import type { PlanFetch } from './plan-fetches.js';
import { doneBefore, holdsContext, keptApart, markCopies, markShares } from './marks.js';
import { compileRepresentation } from './representation.js';
import { selectedKeys } from './selected-keys.js';
import type { EntityPart, Step, Target } from './steps.js';

/**
 * Compiles a plan to steps, in an order in which each comes behind those that it waits for. Entity fetches
 * of one subgraph that wait for equally many fetches become one request, with one `_entities` field for
 * each different selection: equal ones share it, so that an entity is asked for once.
 */
export async function compilePlan(
  node: PlanNode | undefined,
  facts: SupergraphFacts,
  pauses: Pauses,
): Promise<Step[]> {
  if (!node) return [];
  const groups = groupFetches(behindContexts(planFetches(node)));
  const indexOf = new Map<PlanFetch, number>();
  groups.forEach((group, index) => group.forEach((fetch) => indexOf.set(fetch, index)));
  const steps: Step[] = [];
  for (const [index, group] of groups.entries()) {
    await pauses.afterLongWork();
    const before = new Set(
      group.flatMap(({ after }) => after.map((fetch) => indexOf.get(fetch) ?? index)),
    );
    before.delete(index);
    const after = [...before].toSorted((left, right) => left - right);
    steps.push(
      group[0]?.node.requires
        ? await entityStep(group, index, after, facts, pauses)
        : rootStep(group[0] as PlanFetch, index, after, facts),
    );
  }
  // Parts of an answer come in any order, and what one of them adds, another may have.
  if (steps.some(({ part }) => part !== undefined)) return steps.map(keptApart);
  const done = doneBefore(steps);
  const marked: Step[] = [];
  for (const step of steps) {
    await pauses.afterLongWork();
    const isApart = holdsContext(step, steps);
    marked.push(isApart ? keptApart(step) : markShares(markCopies(step, steps), steps, done));
  }
  return marked;
}

/** The fetch from which the events of a subscription come. */
export function compilePrimary(node: FetchNode): Step {
  return rootStep({ node, path: [], conditions: [], after: [], part: undefined, level: 0 }, 0, []);
}

function operationOf(fetch: PlanFetch): OperationDefinitionNode {
  const definition = parse(fetch.node.operation, { noLocation: true }).definitions[0];
  if (definition?.kind !== Kind.OPERATION_DEFINITION) throw new Error('A fetch has no operation');
  return definition;
}

const sentVariable = (sentAs: string) => ({ name: clientKey(sentAs), sentAs });

function rootStep(
  fetch: PlanFetch,
  index: number,
  after: readonly number[],
  facts?: SupergraphFacts,
): Step {
  const { node, conditions } = fetch;
  const operation = operationOf(fetch);
  const { selectionSet: set, variableDefinitions: variables = [] } = operation;
  const selected = { subgraph: node.serviceName, kind: 'root', set, variables } as const;
  return {
    index,
    subgraph: node.serviceName,
    kind: node.operationKind,
    query: stripIgnoredCharacters(node.operation),
    operationName: node.operationName,
    variables: (node.variableUsages ?? []).map(sentVariable),
    after,
    part: fetch.part,
    content: {
      kind: 'root',
      conditions,
      keys: selectedKeys(set, new Map()).all,
      rewrites: node.outputRewrites ?? [],
      keepable: node.operationKind === 'query' ? facts?.keepable?.of(selected) : undefined,
    },
  };
}

async function entityStep(
  group: readonly PlanFetch[],
  index: number,
  after: readonly number[],
  facts: SupergraphFacts,
  pauses: Pauses,
): Promise<Step> {
  const variables = new Map<string, VariableDefinitionNode>();
  const selectionsOf = (fetch: PlanFetch): SelectionSetNode => {
    const operation = operationOf(fetch);
    const used = new Set(fetch.node.variableUsages);
    for (const definition of operation.variableDefinitions ?? []) {
      const name = definition.variable.name.value;
      if (used.has(name)) variables.set(name, definition);
    }
    const [entities] = operation.selectionSet.selections;
    if (entities?.kind !== Kind.FIELD || !entities.selectionSet) {
      throw new Error('An entity fetch asks for no entities');
    }
    return entities.selectionSet;
  };
  const list = await alikeFetches(group, selectionsOf, pauses);
  const all = [...list, ...new Set(list.flatMap(({ spares }) => [...spares.values()]))];
  const subgraph = group[0]?.node.serviceName ?? '';
  const partOf = (alike: AlikeFetches): EntityPart => {
    const { set, requires, fetches, spares } = alike;
    const { inputRewrites, outputRewrites } = (fetches[0] as PlanFetch).node;
    const position = all.indexOf(alike);
    const key = all.length === 1 ? '_entities' : `_entities${position}`;
    const variable = freeName(`representations${position || ''}`, variables);
    const definitions = [...variables.values()];
    const wanted = contextVariables((fetches[0] as PlanFetch).node);
    return {
      key,
      variable,
      representation: compileRepresentation(requires, inputRewrites ?? [], facts, subgraph),
      targets: fetches.map((fetch): Target => {
        const spare = spares.get(fetch);
        return {
          path: fetch.path,
          conditions: fetch.conditions,
          copies: false,
          shares: false,
          spare: spare && parts.get(spare),
          context: wanted.map((name) => contextPlaces(fetch, name)),
        };
      }),
      fields: selectedKeys(set, facts.possibleTypes),
      rewrites: outputRewrites ?? [],
      keepable: facts.keepable?.of({ subgraph, kind: 'entities', set, variables: definitions }),
      field: entityField(key, variable, set, definitions),
      contextual:
        wanted.length > 0
          ? contextualPart({ key, variable, set, variables: definitions }, wanted)
          : undefined,
    };
  };
  const parts = new Map<AlikeFetches, EntityPart>();
  for (const alike of all.toReversed()) parts.set(alike, partOf(alike));
  const fromContext = new Set(group.flatMap(({ node }) => contextVariables(node)));
  const fields = all.map((alike) => (parts.get(alike) as EntityPart).field);
  return {
    index,
    subgraph,
    kind: 'query',
    query: entityQuery(group[0]?.node.operationName, fields),
    operationName: group[0]?.node.operationName,
    variables: [...variables.keys()].filter((name) => !fromContext.has(name)).map(sentVariable),
    after,
    part: group[0]?.part,
    content: { kind: 'entities', parts: list.map((alike) => parts.get(alike) as EntityPart) },
  };
}

/** A name that no variable of the client has, nor one that begins with it. */
function freeName(wanted: string, variables: ReadonlyMap<string, unknown>): string {
  const isTaken = [...variables.keys()].some((name) => name.startsWith(wanted));
  return isTaken ? freeName(`${wanted}_`, variables) : wanted;
}
