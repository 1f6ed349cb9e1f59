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

/** In which of the operations that are planned apart a field is asked for, where it is not as the field above it. */
type Parts = ReadonlyMap<string, number>;

/** What a whole operation is planned in. */
const FIRST = 0;

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
  const set = inlineFragments(operation.selectionSet, fragments);
  const finder = new ConflictFinder(facts);
  const used = finder.look([{ set, type: root }], '', FIRST, new Set());
  if (used.size === 1) return [selected];
  return [...used].map((part) => ({
    operation: { ...operation, selectionSet: keep(set, '', part, finder.parts, FIRST) },
    fragments: new Map(),
  }));
}

interface Scope {
  readonly set: SelectionSetNode;
  readonly type: GraphQLCompositeType;
}

/** A field as it stands at one place of the response under one key, once for each type that asks for it. */
interface Placed {
  readonly asked: { readonly node: FieldNode; readonly type: GraphQLCompositeType }[];
  /** In which parts it is, itself or on the way to what is below it. */
  readonly used: Set<number>;
}

class ConflictFinder {
  readonly parts = new Map<string, number>();

  constructor(private readonly facts: SupergraphFacts) {}

  /**
   * Looks at all selection sets of one place of the response together, of which what has no conflict goes
   * with what is above it. Nothing there may be in a part that is taken. Returns the parts that it is in.
   */
  look(
    scopes: readonly Scope[],
    path: string,
    above: number,
    taken: ReadonlySet<number>,
  ): Set<number> {
    const used = new Set<number>();
    // Those that ask for the same fields of the same types are one here, however many they are.
    const before = new Map<string, Placed>();
    for (const [key, field] of this.#fieldsOf(scopes)) {
      const here = `${path}.${key}`;
      const without = new Set(taken);
      for (const other of before.values()) {
        if (this.#areInConflict(field, other)) for (const part of other.used) without.add(part);
      }
      let part = above;
      if (without.has(part)) for (part = FIRST; without.has(part);) part += 1;
      if (part !== above) this.parts.set(here, part);
      const below = this.#below(field);
      const own = below.length > 0 ? this.look(below, here, part, without) : [part];
      const asked = nameOf(field);
      const equal = before.get(asked) ?? field;
      before.set(asked, equal);
      for (const each of own) {
        used.add(each);
        equal.used.add(each);
      }
    }
    return used;
  }

  /** The fields by their response keys. Throws where one is in conflict with itself. */
  #fieldsOf(scopes: readonly Scope[]): Map<string, Placed> {
    const fields = new Map<string, Placed>();
    const collect = (set: SelectionSetNode, type: GraphQLCompositeType): void => {
      for (const selection of set.selections) {
        if (selection.kind === Kind.FIELD) {
          this.#refuseTorn(selection.name.value, type);
          const key = responseKey(selection);
          const known = fields.get(key) ?? { asked: [], used: new Set() };
          known.asked.push({ node: selection, type });
          fields.set(key, known);
        } else if (selection.kind === Kind.INLINE_FRAGMENT) {
          const condition = selection.typeCondition
            ? this.facts.schema.getType(selection.typeCondition.name.value)
            : type;
          if (isCompositeType(condition)) collect(selection.selectionSet, condition);
        }
      }
    };
    for (const { set, type } of scopes) collect(set, type);
    return fields;
  }

  #below({ asked }: Placed): Scope[] {
    return asked.flatMap(({ node, type }) => {
      const definition =
        isObjectType(type) || isInterfaceType(type) ? type.getFields()[node.name.value] : undefined;
      const result = definition && getNamedType(definition.type);
      return node.selectionSet && isCompositeType(result)
        ? [{ set: node.selectionSet, type: result }]
        : [];
    });
  }

  #areInConflict(one: Placed, other: Placed): boolean {
    const { requirements } = this.facts;
    return one.asked.some(({ node, type }) =>
      this.#objectTypes(type).some((objectType) => {
        const conflicts = requirements.conflictsOf(objectType, node.name.value);
        return (
          conflicts !== undefined &&
          other.asked.some(
            (each) =>
              conflicts.has(each.node.name.value) &&
              this.#objectTypes(each.type).includes(objectType),
          )
        );
      }),
    );
  }

  #refuseTorn(name: string, type: GraphQLCompositeType): void {
    const { requirements } = this.facts;
    const torn = this.#objectTypes(type).find((it) =>
      requirements.conflictsOf(it, name)?.has(name),
    );
    if (torn === undefined) return;
    throw new GraphQLError(
      `${torn}.${name} cannot be answered: what it requires needs one field with different arguments.`,
      { extensions: { code: 'UNANSWERABLE' } },
    );
  }

  #objectTypes(type: GraphQLCompositeType): readonly string[] {
    if (!isAbstractType(type)) return [type.name];
    return this.facts.schema.getPossibleTypes(type).map(({ name }) => name);
  }
}

const nameOf = ({ asked }: Placed): string =>
  [...new Set(asked.map(({ node, type }) => `${type.name}.${node.name.value}`))].toSorted().join();

/** What of a selection set belongs to a part, and the ways to such. */
function keep(
  set: SelectionSetNode,
  path: string,
  part: number,
  parts: Parts,
  above: number,
): SelectionSetNode {
  const selections = set.selections.flatMap((selection): SelectionNode[] => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return [];
    const isField = selection.kind === Kind.FIELD;
    const here = isField ? `${path}.${responseKey(selection)}` : path;
    const own = isField ? (parts.get(here) ?? above) : above;
    if (!selection.selectionSet) return own === part ? [selection] : [];
    const kept = keep(selection.selectionSet, here, part, parts, own);
    return kept.selections.length > 0 ? [{ ...selection, selectionSet: kept }] : [];
  });
  return { kind: Kind.SELECTION_SET, selections };
}
