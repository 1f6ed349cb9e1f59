import { getOperationAST, GraphQLError, Kind, print, visit } from 'graphql';
import type {
  DocumentNode,
  FieldNode,
  FragmentDefinitionNode,
  OperationDefinitionNode,
  SelectionSetNode,
} from 'graphql';

/** An operation and the fragments that it may spread. */
export interface SelectedOperation {
  readonly operation: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

/** The operation of a document that is asked for. Throws a GraphQLError where there is none or a choice. */
export function selectOperation(
  document: DocumentNode,
  operationName: string | null | undefined,
): SelectedOperation {
  const operation = getOperationAST(document, operationName);
  if (!operation) {
    throw new GraphQLError(
      operationName
        ? `Unknown operation named "${operationName}".`
        : 'Must provide operation name if query contains multiple operations.',
      { extensions: { code: 'BAD_USER_INPUT' } },
    );
  }
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) {
      fragments.set(definition.name.value, definition);
    }
  }
  return { operation, fragments: reachable(operation, fragments) };
}

/** The operation as one text: equal for operations that differ in nothing that matters. */
export function textOf({ operation, fragments }: SelectedOperation): string {
  return [operation, ...reachable(operation, fragments).values()].map(print).join('\n');
}

/** The key of a field in a response. */
export function responseKey(field: FieldNode): string {
  return field.alias?.value ?? field.name.value;
}

/** The fragments that are spread from a node on, in the order of their names. */
function reachable(
  from: OperationDefinitionNode | SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): Map<string, FragmentDefinitionNode> {
  const found = new Map<string, FragmentDefinitionNode>();
  const follow = (node: OperationDefinitionNode | SelectionSetNode): void => {
    visit(node, {
      FragmentSpread({ name }) {
        const fragment = fragments.get(name.value);
        if (!fragment || found.has(name.value)) return;
        found.set(name.value, fragment);
        follow(fragment.selectionSet);
      },
    });
  };
  follow(from);
  return new Map([...found].toSorted(([left], [right]) => (left < right ? -1 : 1)));
}
