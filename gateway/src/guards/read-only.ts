import { readOnlyRefusal } from '@propertea/kernel';
import type { Identity } from '@propertea/kernel';
import { Kind } from 'graphql';
import type { DocumentNode } from 'graphql';

/** What who only reads may write all the same: what ends their reading. */
const ALLOWED = new Set(['endViewAs', '__typename']);

/**
 * Refuses a mutation of somebody who only reads, as a whole and before any room is asked. Throws
 * `Fault('FORBIDDEN')`, which as an answer about rights is no trouble of HTTP. The operation is one of
 * the document's, as `operationOf` found it.
 */
export function refuseWrites(
  { readOnly }: Identity,
  document: DocumentNode,
  operationName: string | undefined,
): void {
  if (!readOnly) return;
  const operations = document.definitions
    .filter((definition) => definition.kind === Kind.OPERATION_DEFINITION)
    .filter(({ name }) => !operationName || name?.value === operationName);
  // A fragment may hold anything, so it is anything.
  const mayPass = operations.every(({ selectionSet }) =>
    selectionSet.selections.every(
      (selection) => selection.kind === Kind.FIELD && ALLOWED.has(selection.name.value),
    ),
  );
  if (!mayPass) throw Object.assign(readOnlyRefusal(), { status: 200 });
}
