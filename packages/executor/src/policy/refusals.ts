import { getNamedType, GraphQLError, isCompositeType, isUnionType, Kind } from 'graphql';
import type {
  FieldNode,
  FragmentDefinitionNode,
  GraphQLCompositeType,
  GraphQLObjectType,
  GraphQLSchema,
  OperationDefinitionNode,
  SelectionNode,
  SelectionSetNode,
} from 'graphql';
import { deferredId } from '../operation/deferred-fragments.js';
import { conditionOf, narrow, possibleTypes } from './prune.js';
import type { Pruner } from './prune.js';

/** A variable of @skip or @include, and what it must be for the selection to count. */
export interface Condition {
  readonly variable: string;
  readonly is: boolean;
}

/** A refused place of an operation. It counts when all of `when` hold. */
export interface Refusal {
  readonly error: GraphQLError;
  readonly when: readonly Condition[];
  /** The id of the deferred fragment that it stands in. */
  readonly part: string | undefined;
}

const MAX_REFUSALS = 100;
/** So many selections are looked at for them. Honest operations stay far below it. */
const MAX_STEPS = 20_000;

const MESSAGES = {
  UNAUTHENTICATED: 'Sign in to read this.',
  FORBIDDEN: 'Your account may not read this.',
};

/**
 * The errors of one request, one for each path: what its variables leave out is not refused. `variables`
 * are coerced. Of an operation that is answered in parts, those of one part.
 */
export function refusalsUnder(
  refusals: readonly Refusal[],
  variables: Readonly<Record<string, unknown>>,
  part?: string,
): GraphQLError[] {
  const told = new Map<string, GraphQLError>();
  for (const { error, when, part: own } of refusals) {
    if (own !== part) continue;
    const path = JSON.stringify(error.path);
    if (when.every(({ variable, is }) => variables[variable] === is)) told.set(path, error);
  }
  return [...told.values()];
}

/** The outermost places of an operation that are refused, in its order. `pruner` has pruned it before. */
export function findRefusals(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  pruner: Pruner,
  code: keyof typeof MESSAGES,
): readonly Refusal[] {
  const root = schema.getRootType(operation.operation);
  if (!root) return [];
  const walk = new Walk(schema, fragments, pruner, code);
  const at = { type: root, possible: [root], path: [], when: [], part: undefined };
  walk.selections(operation.selectionSet, at);
  return [...walk.found.values()].flat();
}

interface Place {
  readonly type: GraphQLCompositeType;
  /** The object types that may stand here, as narrowed by the fragments around. */
  readonly possible: readonly GraphQLObjectType[];
  readonly path: readonly string[];
  readonly when: readonly Condition[];
  /** The id of the deferred fragment around. */
  readonly part: string | undefined;
}

class Walk {
  readonly found = new Map<string, Refusal[]>();
  #count = 0;
  #steps = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>,
    private readonly pruner: Pruner,
    private readonly code: keyof typeof MESSAGES,
  ) {}

  selections(set: SelectionSetNode, place: Place): void {
    if (!this.pruner.refusing.has(set) || place.possible.length === 0) return;
    for (const selection of set.selections) {
      this.#steps += 1;
      if (this.#count >= MAX_REFUSALS || this.#steps > MAX_STEPS) return;
      const when = conditions(selection, place.when);
      if (!when) continue;
      if (selection.kind === Kind.FIELD) {
        this.#field(selection, { ...place, when });
        continue;
      }
      const fragment =
        selection.kind === Kind.INLINE_FRAGMENT
          ? selection
          : this.fragments.get(selection.name.value);
      const type = fragment && conditionOf(this.schema, fragment, place.type);
      if (!type) continue;
      const possible = narrow(place.possible, possibleTypes(this.schema, type));
      const part = deferredId(selection) ?? place.part;
      this.selections(fragment.selectionSet, { ...place, type, possible, when, part });
    }
  }

  #field(node: FieldNode, { type, possible, path, when, part }: Place): void {
    const name = node.name.value;
    if (isUnionType(type) || name.startsWith('__')) return;
    const here = [...path, node.alias?.value ?? name];
    const refused = this.pruner.refused.get(node);
    const allowed = refused ? possible.filter((object) => !refused.has(object.name)) : possible;
    if (allowed.length < possible.length) this.#tell(here, when, part);
    // What stands below a refused field is out of reach with it and needs no error of its own.
    if (!node.selectionSet || allowed.length === 0) return;
    const definition = type.getFields()[name];
    const result = definition && getNamedType(definition.type);
    if (!isCompositeType(result)) return;
    this.selections(node.selectionSet, {
      type: result,
      possible: this.#results(allowed, name),
      path: here,
      when,
      part,
    });
  }

  /** What the field of these objects can be, which may be less than where it was selected promises. */
  #results(objects: readonly GraphQLObjectType[], field: string): readonly GraphQLObjectType[] {
    const results = new Set<GraphQLObjectType>();
    for (const object of objects) {
      const definition = object.getFields()[field];
      const type = definition && getNamedType(definition.type);
      if (!isCompositeType(type)) continue;
      for (const possible of possibleTypes(this.schema, type)) results.add(possible);
    }
    return [...results];
  }

  #tell(path: readonly string[], when: readonly Condition[], part: string | undefined): void {
    const key = JSON.stringify([path, part]);
    const told = this.found.get(key) ?? [];
    if (told.some((other) => implies(when, other.when))) return;
    const { code } = this;
    const error = new GraphQLError(MESSAGES[code], { path, extensions: { code } });
    const kept = told.filter((other) => !implies(other.when, when));
    this.#count += 1 + kept.length - told.length;
    this.found.set(key, [...kept, { error, when, part }]);
  }
}

/** The conditions around a selection with its own; undefined when it is left out whatever the variables. */
function conditions(
  node: SelectionNode,
  around: readonly Condition[],
): readonly Condition[] | undefined {
  const own: Condition[] = [];
  for (const directive of node.directives ?? []) {
    const name = directive.name.value;
    if (name !== 'skip' && name !== 'include') continue;
    const value = directive.arguments?.find((argument) => argument.name.value === 'if')?.value;
    const is = name === 'include';
    if (value?.kind === Kind.BOOLEAN && value.value !== is) return undefined;
    if (value?.kind !== Kind.VARIABLE) continue;
    const condition = { variable: value.name.value, is };
    if (!around.some((other) => isSame(other, condition))) own.push(condition);
  }
  return own.length > 0 ? [...around, ...own] : around;
}

/** Whether `some` hold whenever `all` do. */
function implies(all: readonly Condition[], some: readonly Condition[]): boolean {
  return some.every((condition) => all.some((other) => isSame(other, condition)));
}

function isSame(one: Condition, other: Condition): boolean {
  return one.variable === other.variable && one.is === other.is;
}
