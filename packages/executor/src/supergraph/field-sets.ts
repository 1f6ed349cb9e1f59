import { Kind, parse } from 'graphql';
import type { SelectionSetNode } from 'graphql';

/** Parses the text of a FieldSet, such as `id owner { name }`. */
export function parseFieldSet(text: string): SelectionSetNode {
  const [definition] = parse(`{${text}}`, { noLocation: true }).definitions;
  if (definition?.kind !== Kind.OPERATION_DEFINITION) throw new Error(`No field set: ${text}`);
  return definition.selectionSet;
}
