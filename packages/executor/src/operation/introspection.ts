import { execute, Kind } from 'graphql';
import type { ExecutionResult, GraphQLSchema, SelectionNode, SelectionSetNode } from 'graphql';
import { inlineFragments } from './inline-fragments.js';
import type { SelectedOperation } from './select-operation.js';

/** An operation in its two halves: what the subgraphs answer, and what the schema itself does. */
export interface Halves {
  readonly data: SelectedOperation;
  /** Undefined where the operation asks nothing of the schema. */
  readonly schema: SelectedOperation | undefined;
}

/** Takes `__schema` and `__type` out of an operation. */
export function partIntrospection(selected: SelectedOperation): Halves {
  const { operation, fragments } = selected;
  if (!asksSchema(operation.selectionSet, fragments)) return { data: selected, schema: undefined };
  const set = inlineFragments(operation.selectionSet, fragments);
  const keep = (wanted: boolean): SelectedOperation => ({
    operation: { ...operation, selectionSet: only(set, wanted) },
    fragments: wanted ? new Map() : fragments,
  });
  return { data: keep(false), schema: keep(true) };
}

/** Answers the half that the schema answers. */
export function introspect(
  schema: GraphQLSchema,
  { operation }: SelectedOperation,
  variables: Readonly<Record<string, unknown>>,
): ExecutionResult {
  const document = { kind: Kind.DOCUMENT, definitions: [operation] } as const;
  return execute({ schema, document, variableValues: { ...variables } }) as ExecutionResult;
}

function isSchemaField(selection: SelectionNode): boolean {
  return selection.kind === Kind.FIELD && ['__schema', '__type'].includes(selection.name.value);
}

function asksSchema(set: SelectionSetNode, fragments: SelectedOperation['fragments']): boolean {
  return set.selections.some((selection) => {
    if (selection.kind === Kind.FIELD) return isSchemaField(selection);
    if (selection.kind === Kind.INLINE_FRAGMENT)
      return asksSchema(selection.selectionSet, fragments);
    const fragment = fragments.get(selection.name.value);
    return fragment !== undefined && asksSchema(fragment.selectionSet, fragments);
  });
}

/** The root fields that ask the schema, or those that do not. */
function only(set: SelectionSetNode, schemaFields: boolean): SelectionSetNode {
  const selections = set.selections.flatMap((selection): SelectionNode[] => {
    if (selection.kind !== Kind.INLINE_FRAGMENT) {
      return isSchemaField(selection) === schemaFields ? [selection] : [];
    }
    const kept = only(selection.selectionSet, schemaFields);
    return kept.selections.length > 0 ? [{ ...selection, selectionSet: kept }] : [];
  });
  return { kind: Kind.SELECTION_SET, selections };
}
