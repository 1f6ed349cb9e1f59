import { getNamedType, isAbstractType, isCompositeType, isUnionType, Kind } from 'graphql';
import type {
  FieldNode,
  FragmentDefinitionNode,
  GraphQLCompositeType,
  GraphQLObjectType,
  GraphQLSchema,
  InlineFragmentNode,
  NamedTypeNode,
  OperationDefinitionNode,
  SelectionNode,
  SelectionSetNode,
} from 'graphql';
import type { Owner } from './rights.js';

/** Whether a field selected on a type is refused for objects of another, which that type may be. */
export type Refuses = (selectedOn: Owner, field: string, object: GraphQLObjectType) => boolean;

/** A field that would take more fields than this when written for each object type is refused for all. */
const MAX_SPREAD_OUT = 20_000;

const TYPENAME_ONLY: SelectionSetNode = {
  kind: Kind.SELECTION_SET,
  selections: [{ kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } }],
};

/**
 * Takes out of one operation what is refused. Whether it is depends on where a field is written and on the
 * object it is read from, not on what leads there: so a fragment is pruned once, however often it is
 * spread, and stays a fragment.
 */
export class Pruner {
  /** The object types for which a field, as written here, is refused; fields refused for none are absent. */
  readonly refused = new Map<FieldNode, ReadonlySet<string>>();
  /** The selection sets that hold a refused field, at any depth. */
  readonly refusing = new Set<SelectionSetNode>();
  readonly #pruned = new Map<string, FragmentDefinitionNode | undefined>();
  /** How many fields a pruned selection set holds, those of fragments counted wherever they are spread. */
  readonly #sizes = new Map<SelectionSetNode, number>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>,
    private readonly refuses: Refuses,
  ) {}

  /** The same operation when nothing is refused; undefined when nothing is left. */
  operation(operation: OperationDefinitionNode): OperationDefinitionNode | undefined {
    const root = this.schema.getRootType(operation.operation);
    if (!root) return operation;
    return withSelections(operation, this.#selections(operation.selectionSet, root, [root]));
  }

  /** A fragment of the operation without what is refused; undefined when nothing is left of it. */
  fragment(name: string): FragmentDefinitionNode | undefined {
    if (this.#pruned.has(name)) return this.#pruned.get(name);
    const fragment = this.fragments.get(name);
    const type = fragment && this.schema.getType(fragment.typeCondition.name.value);
    const pruned = isCompositeType(type)
      ? fragment &&
        withSelections(
          fragment,
          this.#selections(fragment.selectionSet, type, possibleTypes(this.schema, type)),
        )
      : undefined;
    this.#pruned.set(name, pruned);
    return pruned;
  }

  /** `possible` are the object types that may stand here, as the fragments written around narrow them. */
  #selections(
    set: SelectionSetNode,
    type: GraphQLCompositeType,
    possible: readonly GraphQLObjectType[],
  ): SelectionSetNode | undefined {
    const kept: SelectionNode[] = [];
    let isSame = true;
    for (const selection of set.selections) {
      const left = this.#selection(selection, set, type, possible);
      if (left.length !== 1 || left[0] !== selection) isSame = false;
      kept.push(...left);
    }
    if (isSame) return set;
    return kept.length > 0 ? { kind: Kind.SELECTION_SET, selections: kept } : undefined;
  }

  #selection(
    node: SelectionNode,
    within: SelectionSetNode,
    type: GraphQLCompositeType,
    possible: readonly GraphQLObjectType[],
  ): SelectionNode[] {
    if (node.kind === Kind.FIELD) return this.#field(node, within, type, possible);
    if (node.kind === Kind.FRAGMENT_SPREAD) {
      const pruned = this.fragment(node.name.value);
      this.#inherit(within, this.fragments.get(node.name.value)?.selectionSet);
      return pruned ? [node] : [];
    }
    const condition = conditionOf(this.schema, node, type);
    if (!condition) return [];
    const narrowed = narrow(possible, possibleTypes(this.schema, condition));
    const pruned = withSelections(node, this.#selections(node.selectionSet, condition, narrowed));
    this.#inherit(within, node.selectionSet);
    return pruned ? [pruned] : [];
  }

  #field(
    node: FieldNode,
    within: SelectionSetNode,
    type: GraphQLCompositeType,
    possible: readonly GraphQLObjectType[],
  ): SelectionNode[] {
    const name = node.name.value;
    if (name.startsWith('__')) return [node];
    const definition = isUnionType(type) ? undefined : type.getFields()[name];
    if (isUnionType(type) || !definition) return [];
    const refused = possibleTypes(this.schema, type).filter((object) =>
      this.refuses(type, name, object),
    );
    if (refused.length > 0) this.refused.set(node, new Set(refused.map((object) => object.name)));
    const allowed = possible.filter((object) => !refused.includes(object));
    if (allowed.length < possible.length) this.refusing.add(within);
    if (allowed.length === 0) return [];

    const result = getNamedType(definition.type);
    const kept = this.#below(node, result);
    this.#inherit(within, node.selectionSet);
    if (allowed.length === possible.length) return [kept];
    if (allowed.length * this.#size(kept) > MAX_SPREAD_OUT) {
      this.refused.set(
        node,
        new Set(possibleTypes(this.schema, type).map((object) => object.name)),
      );
      return [];
    }
    return allowed.map((object) => {
      const own = object.getFields()[name];
      const isNarrower = own && getNamedType(own.type) !== result;
      return on(object.name, [isNarrower ? asWritten(kept, result.name) : kept]);
    });
  }

  /** The field with what is left of its selections; an object of which nothing is left still says whether it is. */
  #below(node: FieldNode, result: unknown): FieldNode {
    if (!node.selectionSet || !isCompositeType(result)) return node;
    const possible = possibleTypes(this.schema, result);
    const set = this.#selections(node.selectionSet, result, possible) ?? TYPENAME_ONLY;
    return set === node.selectionSet ? node : { ...node, selectionSet: set };
  }

  #size(node: SelectionNode): number {
    const { selectionSet: set } =
      node.kind === Kind.FRAGMENT_SPREAD ? { ...this.fragment(node.name.value) } : node;
    let size = set ? this.#sizes.get(set) : 0;
    if (set && size === undefined) {
      size = set.selections.reduce((sum, selection) => sum + this.#size(selection), 0);
      this.#sizes.set(set, size);
    }
    return (size ?? 0) + (node.kind === Kind.FIELD ? 1 : 0);
  }

  #inherit(within: SelectionSetNode, from: SelectionSetNode | undefined): void {
    if (from && this.refusing.has(from)) this.refusing.add(within);
  }
}

/** The object types that a value of a type may be. */
export function possibleTypes(
  schema: GraphQLSchema,
  type: GraphQLCompositeType,
): readonly GraphQLObjectType[] {
  return isAbstractType(type) ? schema.getPossibleTypes(type) : [type];
}

/** What is left of `possible` under a type condition. */
export function narrow(
  possible: readonly GraphQLObjectType[],
  condition: readonly GraphQLObjectType[],
): readonly GraphQLObjectType[] {
  return possible.filter((object) => condition.includes(object));
}

/** The type on which the selections of a fragment stand that is spread on `type`. */
export function conditionOf(
  schema: GraphQLSchema,
  fragment: InlineFragmentNode | FragmentDefinitionNode,
  type: GraphQLCompositeType,
): GraphQLCompositeType | undefined {
  if (!fragment.typeCondition) return type;
  const condition = schema.getType(fragment.typeCondition.name.value);
  return isCompositeType(condition) ? condition : undefined;
}

/**
 * A field for an object whose own field promises more than the type it was selected on does: its selections
 * were written for the wider type and may name others than the narrower can be.
 */
function asWritten(field: FieldNode, type: string): FieldNode {
  if (!field.selectionSet) return field;
  const selections = [on(type, field.selectionSet.selections)];
  return { ...field, selectionSet: { kind: Kind.SELECTION_SET, selections } };
}

function on(type: string, selections: readonly SelectionNode[]): InlineFragmentNode {
  const typeCondition: NamedTypeNode = {
    kind: Kind.NAMED_TYPE,
    name: { kind: Kind.NAME, value: type },
  };
  return {
    kind: Kind.INLINE_FRAGMENT,
    typeCondition,
    selectionSet: { kind: Kind.SELECTION_SET, selections },
  };
}

function withSelections<Node extends { readonly selectionSet: SelectionSetNode }>(
  node: Node,
  set: SelectionSetNode | undefined,
): Node | undefined {
  if (set === node.selectionSet) return node;
  return set && { ...node, selectionSet: set };
}
