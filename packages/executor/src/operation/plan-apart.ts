import {
  getNamedType,
  GraphQLError,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
} from 'graphql';
import type { FieldNode, GraphQLCompositeType, SelectionNode, SelectionSetNode } from 'graphql';
import type { SupergraphFacts } from '../supergraph/read-supergraph.js';
import { inlineFragments } from './inline-fragments.js';
import { responseKey } from './select-operation.js';
import type { SelectedOperation } from './select-operation.js';

/** In which of the operations that are planned apart a field is asked for; 0 where nothing is said. */
type Parts = ReadonlyMap<string, number>;

/**
 * Two fields of an entity may require one same field with different arguments; a plan for both fetches it
 * once. So an operation that asks for both becomes several, of which each is planned without a conflict;
 * their answers are united before they are shaped. Mostly it is the one operation as it came.
 */
export function planApart(
  selected: SelectedOperation,
  facts: SupergraphFacts,
): SelectedOperation[] {
  const { operation, fragments } = selected;
  const root = facts.schema.getRootType(operation.operation);
  if (!root || !facts.requirements.hasConflicts) return [selected];
  const finder = new ConflictFinder(facts);
  finder.look([{ set: inlineFragments(operation.selectionSet, fragments), type: root }], '');
  const { parts } = finder;
  const count = Math.max(0, ...parts.values()) + 1;
  if (count === 1) return [selected];
  const set = inlineFragments(operation.selectionSet, fragments);
  return Array.from({ length: count }, (_, part) => ({
    operation: { ...operation, selectionSet: keep(set, '', part, parts, part === 0) },
    fragments: new Map(),
  }));
}

interface Scope {
  set: SelectionSetNode;
  type: GraphQLCompositeType;
}

class ConflictFinder {
  readonly parts = new Map<string, number>();

  constructor(private readonly facts: SupergraphFacts) {}

  /** Looks at all selection sets of one place of the response together. */
  look(scopes: readonly Scope[], path: string): void {
    const fields = scopes.flatMap(({ set, type }) => this.#fieldsOf(set, type));
    this.#assign(fields, path);
    const below = new Map<string, Scope[]>();
    for (const { node, type } of fields) {
      const definition =
        isObjectType(type) || isInterfaceType(type) ? type.getFields()[node.name.value] : undefined;
      const result = definition && getNamedType(definition.type);
      if (!node.selectionSet || !isCompositeType(result)) continue;
      const key = responseKey(node);
      below.set(key, [...(below.get(key) ?? []), { set: node.selectionSet, type: result }]);
    }
    for (const [key, nested] of below) this.look(nested, `${path}.${key}`);
  }

  #assign(fields: readonly { node: FieldNode; type: GraphQLCompositeType }[], path: string): void {
    const placed: { types: readonly string[]; name: string; part: number }[] = [];
    for (const { node, type } of fields) {
      const name = node.name.value;
      const types = this.#objectTypes(type);
      const torn = types.find((it) => this.facts.requirements.conflictsOf(it, name)?.has(name));
      if (torn !== undefined) {
        throw new GraphQLError(
          `${torn}.${name} cannot be answered: what it requires needs one field with different arguments.`,
          { extensions: { code: 'UNANSWERABLE' } },
        );
      }
      const against = placed.filter((other) =>
        types.some(
          (objectType) =>
            other.types.includes(objectType) &&
            this.facts.requirements.conflictsOf(objectType, name)?.has(other.name),
        ),
      );
      const key = `${path}.${responseKey(node)}`;
      let part = this.parts.get(key) ?? 0;
      while (against.some((other) => other.part === part)) part += 1;
      if (part > 0) this.parts.set(key, part);
      placed.push({ types, name, part });
    }
  }

  #fieldsOf(
    set: SelectionSetNode,
    type: GraphQLCompositeType,
  ): { node: FieldNode; type: GraphQLCompositeType }[] {
    return set.selections.flatMap((selection) => {
      if (selection.kind === Kind.FIELD) return [{ node: selection, type }];
      if (selection.kind !== Kind.INLINE_FRAGMENT) return [];
      const condition = selection.typeCondition
        ? this.facts.schema.getType(selection.typeCondition.name.value)
        : type;
      return isCompositeType(condition) ? this.#fieldsOf(selection.selectionSet, condition) : [];
    });
  }

  #objectTypes(type: GraphQLCompositeType): readonly string[] {
    if (!isAbstractType(type)) return [type.name];
    return this.facts.schema.getPossibleTypes(type).map(({ name }) => name);
  }
}

/** What of a selection set belongs to a part: `whole` below a field that does, else the way to such. */
function keep(
  set: SelectionSetNode,
  path: string,
  part: number,
  parts: Parts,
  whole: boolean,
): SelectionSetNode {
  const selections = set.selections.flatMap((selection): SelectionNode[] => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return [];
    const here = selection.kind === Kind.FIELD ? `${path}.${responseKey(selection)}` : path;
    const own = selection.kind === Kind.FIELD ? (parts.get(here) ?? 0) : 0;
    const belongs = selection.kind === Kind.FIELD && (own === part || (whole && own === 0));
    const isWhole = whole ? selection.kind !== Kind.FIELD || belongs : belongs && own > 0;
    if (!selection.selectionSet) return isWhole ? [selection] : [];
    const kept = keep(selection.selectionSet, here, part, parts, isWhole);
    return kept.selections.length > 0 ? [{ ...selection, selectionSet: kept }] : [];
  });
  return { kind: Kind.SELECTION_SET, selections };
}
