import type { FetchNode } from '@apollo/query-planner';
import { Kind, visit } from 'graphql';
import type { SelectionSetNode, VariableDefinitionNode } from 'graphql';
import { PlanningError } from '../plan/planner.js';
import { entityField } from './entity-query.js';
import type { PlanFetch } from './plan-fetches.js';
import type { ContextPlace, ContextualPart, EntityPart } from './steps.js';

/** The arguments of a fetch that objects around its entities tell (`@fromContext`), by their variables. */
export function contextVariables({ contextRewrites }: FetchNode): string[] {
  return [...new Set(contextRewrites?.map(({ renameKeyTo }) => renameKeyTo))];
}

/**
 * Where the value of an argument may stand. A plan names all types that set the context, in any order; it is
 * set by the nearest of them.
 */
export function contextPlaces({ node, path }: PlanFetch, variable: string): ContextPlace[] {
  const told = node.contextRewrites?.filter(({ renameKeyTo }) => renameKeyTo === variable) ?? [];
  return told
    .map((change): ContextPlace => {
      const up = change.path.findLastIndex((segment) => segment === '..') + 1;
      return { depth: depthAbove(path, up), path: change.path.slice(up) };
    })
    .toSorted((left, right) => right.depth - left.depth);
}

/** How much of a path leads to the object that stands so many fields above its end. */
function depthAbove(path: readonly string[], fields: number): number {
  let depth = path.length;
  for (let left = fields; left > 0; left -= 1) {
    do depth -= 1;
    while (path[depth] === '@');
  }
  if (depth >= 0) return depth;
  throw new PlanningError('UNANSWERABLE', 'An argument is told by an object that nobody asks for.');
}

/** Names of one part for which others stand, one for each of the values that its arguments have. */
interface Names {
  readonly key: string;
  readonly variable: string;
  readonly set: SelectionSetNode;
  readonly variables: readonly VariableDefinitionNode[];
}

/** The part as it is asked for the entities around which its arguments have the same values. */
export function contextualPart(names: Names, wanted: readonly string[]): ContextualPart {
  const mark = markFor(names);
  const marked = (name: string): string => `${name}${names.key}${mark}`;
  const rename = {
    [Kind.VARIABLE]: ({ name }: VariableDefinitionNode['variable']) => {
      if (!wanted.includes(name.value)) return undefined;
      return { kind: Kind.VARIABLE, name: { ...name, value: marked(name.value) } };
    },
  };
  const { variable, text, definitions } = entityField(
    `${names.key}${mark}`,
    `${names.variable}${mark}`,
    visit(names.set, rename),
    names.variables.map((definition) => visit(definition, rename)),
  );
  return {
    arguments: wanted.map((name) => ({ name, nullable: isNullable(names.variables, name) })),
    numbered(part, index, values): EntityPart & { values: Readonly<Record<string, unknown>> } {
      const own = (name: string): string => name.replaceAll(mark, `_${index}`);
      const sentAs = (name: string): string => (wanted.includes(name) ? own(marked(name)) : name);
      const { keepable } = part;
      return {
        ...part,
        key: own(`${names.key}${mark}`),
        variable: own(variable),
        field: {
          variable: own(variable),
          text: own(text),
          definitions: new Map([...definitions].map(([name, it]) => [own(name), own(it)])),
        },
        keepable: keepable && { ...keepable, variables: keepable.variables.map(sentAs) },
        values: Object.fromEntries(wanted.map((name, at) => [sentAs(name), values[at]])),
      };
    },
  };
}

/** A part of a name that stands nowhere else in the text. */
function markFor({ set, variables }: Names): string {
  const text = JSON.stringify([set, variables]);
  let mark = '_n';
  while (text.includes(mark)) mark += 'n';
  return mark;
}

function isNullable(variables: readonly VariableDefinitionNode[], name: string): boolean {
  const definition = variables.find(({ variable }) => variable.name.value === name);
  return definition?.type.kind !== Kind.NON_NULL_TYPE;
}
