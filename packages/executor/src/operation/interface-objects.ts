import { getNamedType, isAbstractType, isInterfaceType, isObjectType, Kind } from 'graphql';
import type {
  GraphQLNamedType,
  GraphQLObjectType,
  GraphQLSchema,
  InlineFragmentNode,
  SelectionNode,
  SelectionSetNode,
} from 'graphql';
import { NOTHING } from './conditions.js';
import { deferredId } from './deferred-fragments.js';
import { inlineFragments } from './inline-fragments.js';
import type { SelectedOperation } from './select-operation.js';

/**
 * The operation with fragments on object types where it has one on an interface or union inside an
 * interface that some subgraph knows only as an object: there the planner finds no way and gives up.
 */
export function onObjectTypes(
  selected: SelectedOperation,
  schema: GraphQLSchema,
  interfaceObjects: ReadonlySet<string>,
): SelectedOperation {
  const { operation, fragments } = selected;
  const root = schema.getRootType(operation.operation);
  if (!root || interfaceObjects.size === 0) return selected;
  const keep = (set: SelectionSetNode, type: GraphQLNamedType | undefined): SelectionSetNode => {
    const selections = set.selections.flatMap((selection): SelectionNode[] => {
      if (selection.kind === Kind.FRAGMENT_SPREAD || !selection.selectionSet) return [selection];
      if (selection.kind === Kind.FIELD) {
        const hasFields = isObjectType(type) || isInterfaceType(type);
        const field = hasFields ? type.getFields()[selection.name.value] : undefined;
        const below = field && getNamedType(field.type);
        return [{ ...selection, selectionSet: keep(selection.selectionSet, below) }];
      }
      const name = selection.typeCondition?.name.value;
      const condition = name === undefined ? type : schema.getType(name);
      if (isObjectType(type) && condition !== type && !isPart(schema, condition, type)) return [];
      const isSplit =
        isAbstractType(condition) &&
        isInterfaceType(type) &&
        condition !== type &&
        interfaceObjects.has(type.name);
      if (!isSplit)
        return [{ ...selection, selectionSet: keep(selection.selectionSet, condition) }];
      const parts = schema
        .getPossibleTypes(type)
        .filter((object) => isPart(schema, condition, object))
        .map((object): InlineFragmentNode => ({
          ...selection,
          typeCondition: {
            kind: Kind.NAMED_TYPE,
            name: { kind: Kind.NAME, value: object.name },
          },
          selectionSet: keep(selection.selectionSet, object),
        }));
      if (deferredId(selection) === undefined) return parts;
      // What is deferred as one fragment stays one.
      const plainParts = parts.map((part) => ({ ...part, directives: [] }));
      const { typeCondition: _, ...plain } = selection;
      return parts.length === 0
        ? []
        : [{ ...plain, selectionSet: { ...set, selections: plainParts } }];
    });
    return { ...set, selections: selections.length > 0 ? selections : [NOTHING] };
  };
  const set = inlineFragments(operation.selectionSet, fragments);
  return { operation: { ...operation, selectionSet: keep(set, root) }, fragments: new Map() };
}

function isPart(
  schema: GraphQLSchema,
  condition: GraphQLNamedType | undefined,
  object: GraphQLObjectType,
): boolean {
  return isAbstractType(condition) && schema.isSubType(condition, object);
}
