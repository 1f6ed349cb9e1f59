import { createHash } from 'node:crypto';
import { type DocumentNode, Kind, print } from 'graphql';

/** The text of a document whatever its layout: operations as they stand, then fragments by their names. */
export function canonicalText({ definitions }: DocumentNode): string {
  const isFragment = ({ kind }: { kind: Kind }): boolean => kind === Kind.FRAGMENT_DEFINITION;
  const nameOf = (node: DocumentNode['definitions'][number]): string =>
    ('name' in node && node.name?.value) || '';
  const fragments = definitions
    .filter((node) => isFragment(node))
    .toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
  return [...definitions.filter((node) => !isFragment(node)), ...fragments].map(print).join('\n\n');
}

/** The SHA-256 of a document's canonical text, in hex: equal for documents that differ in layout alone. */
export const documentId = (document: DocumentNode): string =>
  createHash('sha256').update(canonicalText(document)).digest('hex');
