import {
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  Kind,
  parse,
  print,
} from 'graphql';
import type {
  FieldNode,
  FragmentDefinitionNode,
  GraphQLNamedType,
  GraphQLObjectType,
  GraphQLSchema,
  SelectionNode,
  SelectionSetNode,
} from 'graphql';
import type { FieldHomes } from './field-homes.js';
import { TooMuchError } from './too-much.js';

/** How many fields an operation may have when it is written out. */
const MOST_FIELDS = 5_000;

/**
 * The operation with fields of an interface written on each of its object types, where a subgraph that the
 * interface comes from does not have the field: the ways to it are then all combinations of the ways to it on
 * each of the types, and written out they are searched one type after the other. Only fields to which there
 * are more than `most` ways change. Throws where the operation would be too long.
 */
export function writtenOut(
  operation: string,
  schema: GraphQLSchema,
  homes: FieldHomes,
  most: number,
): string {
  const { definitions } = parse(operation, { noLocation: true });
  const asked = definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const root = asked && schema.getRootType(asked.operation);
  if (!asked || !root) return operation;
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) {
      fragments.set(definition.name.value, definition);
    }
  }
  const writing = new Writing(schema, fragments, homes, most);
  const selectionSet = writing.set(asked.selectionSet, { type: root, possible: [root], from: [] });
  return writing.hasChanged ? print({ ...asked, selectionSet }) : operation;
}

/** Where a selection set stands. */
interface Place {
  readonly type: GraphQLNamedType | undefined;
  /** The object types that may stand there. */
  readonly possible: readonly GraphQLObjectType[];
  /** The subgraphs of which one has brought the object. */
  readonly from: readonly string[];
}

class Writing {
  hasChanged = false;
  #left = MOST_FIELDS;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>,
    private readonly homes: FieldHomes,
    private readonly most: number,
  ) {}

  set({ selections }: SelectionSetNode, place: Place): SelectionSetNode {
    const written: SelectionNode[] = [];
    const apart: FieldNode[] = [];
    for (const selection of selections) {
      if (selection.kind !== Kind.FIELD) written.push(this.#fragment(selection, place));
      else if (this.#isApart(selection, place)) apart.push(selection);
      else written.push(this.#field(selection, place));
    }
    if (apart.length === 0) return { kind: Kind.SELECTION_SET, selections: written };
    this.hasChanged = true;
    const onTypes = place.possible.map((type): SelectionNode => ({
      kind: Kind.INLINE_FRAGMENT,
      typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: type.name } },
      selectionSet: {
        kind: Kind.SELECTION_SET,
        selections: apart.map((field) => this.#field(field, { ...place, type, possible: [type] })),
      },
    }));
    return { kind: Kind.SELECTION_SET, selections: [...written, ...onTypes] };
  }

  #isApart({ name }: FieldNode, { type, possible, from }: Place): boolean {
    if (!isInterfaceType(type) || name.value === '__typename') return false;
    const direct = this.homes.of(type.name, name.value);
    if (from.every((graph) => direct.has(graph))) return false;
    const names = possible.map((object) => object.name);
    return this.homes.ways(names, name.value) > this.most;
  }

  #field(field: FieldNode, { type, possible }: Place): FieldNode {
    this.#count();
    if (!field.selectionSet) return field;
    const name = field.name.value;
    const hasFields = isObjectType(type) || isInterfaceType(type);
    const definition = hasFields ? type.getFields()[name] : undefined;
    const below = definition && getNamedType(definition.type);
    const from = new Set(possible.flatMap((object) => [...this.homes.of(object.name, name)]));
    const place = { type: below, possible: this.#typesOf(below), from: [...from] };
    return { ...field, selectionSet: this.set(field.selectionSet, place) };
  }

  #fragment(selection: Exclude<SelectionNode, FieldNode>, place: Place): SelectionNode {
    this.#count();
    const fragment =
      selection.kind === Kind.FRAGMENT_SPREAD
        ? this.fragments.get(selection.name.value)
        : selection;
    if (!fragment) return selection;
    const { typeCondition, selectionSet } = fragment;
    const type = typeCondition ? this.schema.getType(typeCondition.name.value) : place.type;
    const among = new Set(this.#typesOf(type));
    const possible = place.possible.filter((object) => among.has(object));
    return {
      kind: Kind.INLINE_FRAGMENT,
      ...(typeCondition && { typeCondition }),
      ...(selection.directives && { directives: selection.directives }),
      selectionSet: this.set(selectionSet, { ...place, type, possible }),
    };
  }

  #typesOf(type: GraphQLNamedType | undefined): readonly GraphQLObjectType[] {
    if (isObjectType(type)) return [type];
    return isAbstractType(type) ? this.schema.getPossibleTypes(type) : [];
  }

  #count(): void {
    this.#left -= 1;
    if (this.#left < 0) throw new TooMuchError();
  }
}
