import type { FetchNode, PlanNode } from '@apollo/query-planner';
import { Kind, parse, print, stripIgnoredCharacters } from 'graphql';
import type { FieldNode, OperationDefinitionNode, VariableDefinitionNode } from 'graphql';
import { clientKey } from '../operation/source-keys.js';
import type { SupergraphFacts } from '../supergraph/read-supergraph.js';
import { alikeFetches } from './entity-parts.js';
import type { AlikeFetches } from './entity-parts.js';
import { groupFetches } from './group-fetches.js';
import { planFetches } from './plan-fetches.js';
import type { PlanFetch } from './plan-fetches.js';
import { keptApart, markCopies, markShares } from './marks.js';
import { compileRepresentation } from './representation.js';
import { selectedKeys } from './selected-keys.js';
import type { EntityPart, Step, Target } from './steps.js';

/**
 * Compiles a plan to steps, in an order in which each comes behind those that it waits for. Entity fetches
 * of one subgraph that wait for equally many fetches become one request, with one `_entities` field for
 * each different selection: equal ones share it, so that an entity is asked for once.
 */
export function compilePlan(node: PlanNode | undefined, facts: SupergraphFacts): Step[] {
  if (!node) return [];
  const groups = groupFetches(planFetches(node));
  const indexOf = new Map<PlanFetch, number>();
  groups.forEach((group, index) => group.forEach((fetch) => indexOf.set(fetch, index)));
  const steps = groups.map((group, index) => {
    const before = new Set(
      group.flatMap(({ after }) => after.map((fetch) => indexOf.get(fetch) ?? index)),
    );
    before.delete(index);
    const after = [...before].toSorted((left, right) => left - right);
    return group[0]?.node.requires
      ? entityStep(group, index, after, facts)
      : rootStep(group[0] as PlanFetch, index, after, facts);
  });
  // Parts of an answer come in any order, and what one of them adds, another may have.
  if (steps.some(({ part }) => part !== undefined)) return steps.map(keptApart);
  return steps.map((step) => markShares(markCopies(step, steps), steps));
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

function entityStep(
  group: readonly PlanFetch[],
  index: number,
  after: readonly number[],
  facts: SupergraphFacts,
): Step {
  const variables = new Map<string, VariableDefinitionNode>();
  const list = alikeFetches(group, (fetch) => {
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
  });
  const all = [...list, ...new Set(list.flatMap(({ spares }) => [...spares.values()]))];
  const names = all.map((_, position) => freeName(`representations${position || ''}`, variables));
  const keys = all.map((_, position) => (all.length === 1 ? '_entities' : `_entities${position}`));
  const operation = entityOperation(group[0]?.node.operationName, variables, all, names, keys);
  const partOf = (alike: AlikeFetches): EntityPart => {
    const { set, requires, fetches, spares } = alike;
    const { inputRewrites, outputRewrites } = (fetches[0] as PlanFetch).node;
    const position = all.indexOf(alike);
    return {
      key: keys[position] as string,
      variable: names[position] as string,
      representation: compileRepresentation(
        requires,
        inputRewrites ?? [],
        facts,
        group[0]?.node.serviceName ?? '',
      ),
      targets: fetches.map((fetch): Target => {
        const spare = spares.get(fetch);
        const { path, conditions } = fetch;
        return { path, conditions, copies: false, shares: false, spare: spare && parts.get(spare) };
      }),
      fields: selectedKeys(set, facts.possibleTypes),
      rewrites: outputRewrites ?? [],
      keepable: facts.keepable?.of({
        subgraph: group[0]?.node.serviceName ?? '',
        kind: 'entities',
        set,
        variables: [...variables.values()],
      }),
    };
  };
  const parts = new Map<AlikeFetches, EntityPart>();
  for (const alike of all.toReversed()) parts.set(alike, partOf(alike));
  return {
    index,
    subgraph: group[0]?.node.serviceName ?? '',
    kind: 'query',
    query: stripIgnoredCharacters(print(operation)),
    operationName: operation.name?.value,
    variables: [...variables.keys()].map(sentVariable),
    after,
    part: group[0]?.part,
    content: { kind: 'entities', parts: list.map((alike) => parts.get(alike) as EntityPart) },
  };
}

/** A name that no variable of the client has. */
function freeName(wanted: string, variables: ReadonlyMap<string, unknown>): string {
  return variables.has(wanted) ? freeName(`${wanted}_`, variables) : wanted;
}

function entityOperation(
  name: string | undefined,
  variables: ReadonlyMap<string, VariableDefinitionNode>,
  list: readonly AlikeFetches[],
  variableNames: readonly string[],
  keys: readonly string[],
): OperationDefinitionNode {
  const nameNode = (value: string) => ({ kind: Kind.NAME, value }) as const;
  const variable = (value: string) => ({ kind: Kind.VARIABLE, name: nameNode(value) }) as const;
  const any = { kind: Kind.NAMED_TYPE, name: nameNode('_Any') } as const;
  const anyList = { kind: Kind.LIST_TYPE, type: { kind: Kind.NON_NULL_TYPE, type: any } } as const;
  return {
    kind: Kind.OPERATION_DEFINITION,
    operation: 'query' as OperationDefinitionNode['operation'],
    ...(name && { name: nameNode(name) }),
    variableDefinitions: [
      ...variableNames.map((value): VariableDefinitionNode => ({
        kind: Kind.VARIABLE_DEFINITION,
        variable: variable(value),
        type: { kind: Kind.NON_NULL_TYPE, type: anyList },
      })),
      ...variables.values(),
    ],
    selectionSet: {
      kind: Kind.SELECTION_SET,
      selections: list.map(({ set }, position): FieldNode => ({
        kind: Kind.FIELD,
        ...(keys[position] !== '_entities' && { alias: nameNode(keys[position] as string) }),
        name: nameNode('_entities'),
        arguments: [
          {
            kind: Kind.ARGUMENT,
            name: nameNode('representations'),
            value: variable(variableNames[position] as string),
          },
        ],
        selectionSet: set,
      })),
    },
  };
}
