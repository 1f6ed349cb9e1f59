import {
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  print,
  visit,
} from 'graphql';
import type { FieldNode, GraphQLSchema, SelectionSetNode, VariableDefinitionNode } from 'graphql';
import { createHash } from 'node:crypto';
import { sortedSelections } from '../compile/sorted-selections.js';
import type { CacheHints } from './cache-hints.js';
import type { CacheScope, KeepablePart } from './fetch-cache.js';

/** Reads which parts of fetches may be kept. */
export interface KeepableParts {
  /** The part that a fetch selects; undefined where anything in it may not be kept. */
  of(selected: Selected): KeepablePart | undefined;
}

interface Selected {
  readonly subgraph: string;
  readonly kind: 'root' | 'entities';
  readonly set: SelectionSetNode;
  /** Those of the whole request. */
  readonly variables: readonly VariableDefinitionNode[];
}

/** By the rules of Apollo's `@cacheControl`: what nothing is said of may not be kept. */
export function keepableParts(
  hints: CacheHints,
  schema: GraphQLSchema,
  possibleTypes: ReadonlyMap<string, ReadonlySet<string>>,
): KeepableParts {
  return {
    of({ subgraph, kind, set, variables }) {
      const reading = new Reading(hints, schema, possibleTypes);
      if (kind === 'root') reading.fields(set, schema.getQueryType()?.name ?? 'Query', 'nothing');
      else reading.entities(set);
      const { maxAge, scope, types } = reading;
      if (maxAge === 0 || maxAge === Infinity) return undefined;
      const used = variables.filter(({ variable }) => uses(set, variable.name.value));
      const text = [subgraph, kind, ...used.map(print), sortedSelections(set)].join('\n');
      return {
        subgraph,
        id: createHash('sha256').update(text).digest('base64url'),
        variables: used.map(({ variable }) => variable.name.value),
        maxAge,
        scope,
        types: [...types].toSorted(),
      };
    },
  };
}

function uses(set: SelectionSetNode, name: string): boolean {
  let isUsed = false;
  visit(set, { Variable: (node) => void (isUsed ||= node.name.value === name) });
  return isUsed;
}

/** Whether an age is said of the object around a field. */
type Around = 'age' | 'nothing';

/** The least that a selection allows. */
class Reading {
  maxAge = Infinity;
  scope: CacheScope = 'PUBLIC';
  readonly types = new Set<string>();

  constructor(
    private readonly hints: CacheHints,
    private readonly schema: GraphQLSchema,
    private readonly possibleTypes: ReadonlyMap<string, ReadonlySet<string>>,
  ) {}

  /** Of each entity type its own hint stands for what is around its fields. */
  entities(set: SelectionSetNode): void {
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD && selection.name.value === '__typename') continue;
      const condition =
        selection.kind === Kind.INLINE_FRAGMENT ? selection.typeCondition?.name.value : undefined;
      if (condition === undefined || selection.kind !== Kind.INLINE_FRAGMENT) {
        this.maxAge = 0;
        continue;
      }
      const hint = this.hints.get(condition);
      this.#restrict(hint?.maxAge, hint?.scope);
      const around = hint?.maxAge === undefined ? 'nothing' : 'age';
      this.fields(selection.selectionSet, condition, around);
    }
  }

  fields({ selections }: SelectionSetNode, typeName: string, around: Around): void {
    for (const selection of selections) {
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        this.maxAge = 0;
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        const condition = selection.typeCondition?.name.value ?? typeName;
        this.fields(selection.selectionSet, condition, around);
      } else if (selection.name.value !== '__typename') {
        this.#field(selection, typeName, around);
      }
    }
  }

  /** A field of an abstract type is one of each of its types. */
  #field(node: FieldNode, typeName: string, around: Around): void {
    for (const name of this.possibleTypes.get(typeName) ?? [typeName]) {
      const type = this.schema.getType(name);
      if (!isObjectType(type) && !isInterfaceType(type)) continue;
      const field = type.getFields()[node.name.value];
      // What is of an interface alone is asked of its types.
      if (isInterfaceType(type) && name !== typeName) continue;
      if (!field) {
        this.maxAge = 0;
        continue;
      }
      const result = getNamedType(field.type);
      const isComposite = isCompositeType(result);
      const ofType = isComposite ? this.hints.get(result.name) : undefined;
      const own = this.hints.get(`${name}.${node.name.value}`);
      const maxAge = own?.maxAge ?? ofType?.maxAge;
      const inherits = !isComposite || own?.inheritMaxAge || ofType?.inheritMaxAge;
      const isSaid = maxAge !== undefined || (inherits && around === 'age');
      this.#restrict(isSaid ? maxAge : 0, own?.scope ?? ofType?.scope);
      if (!isComposite) continue;
      for (const possible of this.possibleTypes.get(result.name) ?? [result.name]) {
        this.types.add(possible);
      }
      if (node.selectionSet) this.fields(node.selectionSet, result.name, 'age');
    }
  }

  #restrict(maxAge: number | undefined, scope: CacheScope | undefined): void {
    if (maxAge !== undefined) this.maxAge = Math.min(this.maxAge, maxAge);
    if (scope === 'PRIVATE') this.scope = 'PRIVATE';
  }
}
