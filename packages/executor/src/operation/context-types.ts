import { getNamedType, isAbstractType, isInterfaceType, isObjectType, Kind } from 'graphql';
import type {
  FieldNode,
  GraphQLNamedType,
  GraphQLSchema,
  InlineFragmentNode,
  SelectionNode,
  SelectionSetNode,
} from 'graphql';
import type { Contexts } from '../supergraph/contexts.js';
import { inlineFragments } from './inline-fragments.js';
import type { SelectedOperation } from './select-operation.js';

/**
 * The operation with fields on object types instead of an interface, where some of those set a context for
 * what is asked below: the planner looks for who sets it by the type at which a field is written.
 */
export function withContextTypes(
  selected: SelectedOperation,
  schema: GraphQLSchema,
  { fieldNames, mixedTypes }: Contexts,
): SelectedOperation {
  const { operation, fragments } = selected;
  const root = schema.getRootType(operation.operation);
  if (!root || mixedTypes.size === 0) return selected;
  const whole = inlineFragments(operation.selectionSet, fragments);
  if (!asksFor(whole, fieldNames)) return selected;

  const written = (
    set: SelectionSetNode,
    type: GraphQLNamedType | undefined,
  ): SelectionSetNode => ({
    ...set,
    selections: set.selections.flatMap((selection): SelectionNode[] => {
      if (selection.kind === Kind.FRAGMENT_SPREAD || !selection.selectionSet) return [selection];
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        const name = selection.typeCondition?.name.value;
        const condition = name === undefined ? type : schema.getType(name);
        return [{ ...selection, selectionSet: written(selection.selectionSet, condition) }];
      }
      const below = fieldType(type, selection);
      const field = { ...selection, selectionSet: written(selection.selectionSet, below) };
      const isApart =
        isAbstractType(type) &&
        mixedTypes.has(type.name) &&
        asksFor(selection.selectionSet, fieldNames);
      return isApart
        ? schema.getPossibleTypes(type).map(({ name }) => onType(name, field))
        : [field];
    }),
  });
  return {
    operation: { ...operation, selectionSet: written(whole, root) },
    fragments: new Map(),
  };
}

function asksFor(set: SelectionSetNode, names: ReadonlySet<string>): boolean {
  return set.selections.some((selection) => {
    if (selection.kind === Kind.FIELD && names.has(selection.name.value)) return true;
    return 'selectionSet' in selection && !!selection.selectionSet
      ? asksFor(selection.selectionSet, names)
      : false;
  });
}

function fieldType(type: GraphQLNamedType | undefined, field: FieldNode) {
  const hasFields = isObjectType(type) || isInterfaceType(type);
  const found = hasFields ? type.getFields()[field.name.value] : undefined;
  return found && getNamedType(found.type);
}

function onType(name: string, field: FieldNode): InlineFragmentNode {
  return {
    kind: Kind.INLINE_FRAGMENT,
    typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: name } },
    selectionSet: { kind: Kind.SELECTION_SET, selections: [field] },
  };
}
