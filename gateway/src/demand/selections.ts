import { Fault } from '@propertea/kernel';
import { getNamedType, isCompositeType, isObjectType, Kind } from 'graphql';
import type {
  DocumentNode,
  FieldNode,
  FragmentDefinitionNode,
  GraphQLField,
  GraphQLObjectType,
  GraphQLSchema,
  OperationDefinitionNode,
  SelectionNode,
  SelectionSetNode,
  ValueNode,
} from 'graphql';

/** A field of an object as it is asked for: what stands under one key, merged. */
export interface Selected {
  readonly key: string;
  readonly field: GraphQLField<unknown, unknown>;
  /** The first of those that were merged; validation sees to it that the others have the same arguments. */
  readonly node: FieldNode;
  readonly sets: readonly SelectionSetNode[];
}

/** Far more than the limits of a document leave, unless fragments on abstract types multiply it. */
const MOST_COLLECTED = 20_000;

/**
 * The fields of one operation, type by type, with its variables. The document need not be valid: what
 * the schema does not have is left out.
 */
export class Selections {
  /** Whether another value of a variable could have made a difference so far. */
  varies = false;
  readonly operation: OperationDefinitionNode | undefined;
  /** What the operation asks of the root object. */
  readonly root: readonly SelectionSetNode[];
  readonly #fragments = new Map<string, FragmentDefinitionNode>();
  readonly #known = new WeakMap<readonly SelectionSetNode[], Map<string, readonly Selected[]>>();
  #collected = 0;

  constructor(
    readonly schema: GraphQLSchema,
    { definitions }: DocumentNode,
    operationName: string | undefined,
    private variables: Readonly<Record<string, unknown>>,
  ) {
    let operation: OperationDefinitionNode | undefined;
    for (const definition of definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) {
        this.#fragments.set(definition.name.value, definition);
      } else if (definition.kind === Kind.OPERATION_DEFINITION) {
        if (!operationName || definition.name?.value === operationName) operation ??= definition;
      }
    }
    this.operation = operation;
    this.root = operation ? [operation.selectionSet] : [];
  }

  /** What is asked of an object of the type. Throws `Fault('COST_LIMIT')` for what cannot be overlooked. */
  of(type: GraphQLObjectType, sets: readonly SelectionSetNode[]): readonly Selected[] {
    let known = this.#known.get(sets);
    if (!known) this.#known.set(sets, (known = new Map<string, readonly Selected[]>()));
    let selected = known.get(type.name);
    if (!selected) known.set(type.name, (selected = this.#collect(type, sets)));
    return selected;
  }

  /** Lets go of variables that make no difference, so that what is remembered stays small. */
  forgetVariables(): void {
    this.variables = {};
  }

  /** A literal or a variable's value, as JSON has it; undefined where nothing is said. */
  valueOf(node: ValueNode | undefined): unknown {
    switch (node?.kind) {
      case Kind.VARIABLE: {
        this.varies = true;
        const given = this.variables[node.name.value];
        if (given !== undefined) return given;
        const own = this.operation?.variableDefinitions?.find(
          ({ variable }) => variable.name.value === node.name.value,
        );
        return this.valueOf(own?.defaultValue);
      }
      case Kind.NULL:
        return null;
      case Kind.INT:
      case Kind.FLOAT:
        return Number(node.value);
      case Kind.LIST:
        return node.values.map((value) => this.valueOf(value));
      case Kind.OBJECT:
        return Object.fromEntries(
          node.fields.map(({ name, value }) => [name.value, this.valueOf(value)]),
        );
      default:
        return node?.value;
    }
  }

  #collect(type: GraphQLObjectType, sets: readonly SelectionSetNode[]): readonly Selected[] {
    const fields = type.getFields();
    const merged = new Map<string, Selected & { sets: SelectionSetNode[] }>();
    const seen = new Set<string>();
    const take = (set: SelectionSetNode): void => {
      for (const selection of set.selections) {
        if (++this.#collected > MOST_COLLECTED) {
          throw new Fault('COST_LIMIT', 'The operation has too many fragments on abstract types.');
        }
        if (!this.#isIncluded(selection)) continue;
        if (selection.kind === Kind.FIELD) {
          const field = fields[selection.name.value];
          if (!field) continue;
          const key = selection.alias?.value ?? selection.name.value;
          let own = merged.get(key);
          if (!own) merged.set(key, (own = { key, field, node: selection, sets: [] }));
          if (selection.selectionSet) own.sets.push(selection.selectionSet);
        } else if (selection.kind === Kind.INLINE_FRAGMENT) {
          const { typeCondition } = selection;
          if (this.#applies(typeCondition?.name.value, type)) take(selection.selectionSet);
        } else if (!seen.has(selection.name.value)) {
          seen.add(selection.name.value);
          const fragment = this.#fragments.get(selection.name.value);
          if (fragment && this.#applies(fragment.typeCondition.name.value, type)) {
            take(fragment.selectionSet);
          }
        }
      }
    };
    for (const set of sets) take(set);
    return [...merged.values()];
  }

  #applies(condition: string | undefined, type: GraphQLObjectType): boolean {
    if (condition === undefined || condition === type.name) return true;
    const on = this.schema.getType(condition);
    if (!isCompositeType(on) || isObjectType(on)) return false;
    return this.schema.isSubType(on, type);
  }

  #isIncluded({ directives = [] }: SelectionNode): boolean {
    return directives.every(({ name, arguments: args }) => {
      const wanted = { skip: false, include: true }[name.value];
      if (wanted === undefined) return true;
      const condition = this.valueOf(args?.find((one) => one.name.value === 'if')?.value);
      return condition === wanted;
    });
  }
}

/** The object types that a field may return; none for scalars and enums. */
export function objectsOf(
  schema: GraphQLSchema,
  { type }: GraphQLField<unknown, unknown>,
): readonly GraphQLObjectType[] {
  const named = getNamedType(type);
  if (!isCompositeType(named)) return [];
  return isObjectType(named) ? [named] : schema.getPossibleTypes(named);
}
