import { isAbstractType, Kind, TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import type { FieldNode, FragmentDefinitionNode, GraphQLSchema, SelectionSetNode } from 'graphql';
import type { SelectedOperation } from './select-operation.js';

const TYPE_NAME: FieldNode = {
  kind: Kind.FIELD,
  name: { kind: Kind.NAME, value: '__typename' },
};

/**
 * The operation with the type of each object of which it asks nothing but fragments. Where none of them
 * can apply to what a subgraph knows, the planner leaves out the field around them: but there is an object.
 */
export function withTypeNames(
  selected: SelectedOperation,
  schema: GraphQLSchema,
): SelectedOperation {
  const types = new TypeInfo(schema);
  const add = visitWithTypeInfo(types, {
    SelectionSet(set, _key, parent): SelectionSetNode | undefined {
      const isOfField =
        parent && !Array.isArray(parent) && 'kind' in parent && parent.kind === Kind.FIELD;
      if (!isOfField || !isAbstractType(types.getParentType())) return undefined;
      if (set.selections.some(({ kind }) => kind === Kind.FIELD)) return undefined;
      return { ...set, selections: [TYPE_NAME, ...set.selections] };
    },
  });
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const [name, fragment] of selected.fragments) fragments.set(name, visit(fragment, add));
  return { operation: visit(selected.operation, add), fragments };
}
