import { createHash } from 'node:crypto';
import { print } from 'graphql';

/**
 * A codegen plugin: the manifest of a portal's operations, by the SHA-256 of their text with the fragments
 * they use. Same format as Apollo's persisted query manifest.
 */
export function plugin(_schema, documents) {
  const definitions = documents.flatMap(({ document }) => document.definitions);
  const fragments = new Map(
    definitions
      .filter(({ kind }) => kind === 'FragmentDefinition')
      .map((definition) => [definition.name.value, definition]),
  );
  const operations = definitions
    .filter(({ kind }) => kind === 'OperationDefinition')
    .map((definition) => {
      const used = fragmentsOf(definition, fragments, new Set());
      const body = [definition, ...[...used].toSorted(byText).map((name) => fragments.get(name))]
        .map((node) => print(node))
        .join('\n\n');
      const id = createHash('sha256').update(body).digest('hex');
      return { id, name: definition.name.value, type: definition.operation, body };
    })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return JSON.stringify(
    { format: 'apollo-persisted-query-manifest', version: 1, operations },
    null,
    2,
  );
}

function fragmentsOf(node, fragments, found) {
  for (const selection of node.selectionSet?.selections ?? []) {
    if (selection.kind === 'FragmentSpread') {
      const name = selection.name.value;
      if (found.has(name)) continue;
      found.add(name);
      fragmentsOf(fragments.get(name), fragments, found);
    } else {
      fragmentsOf(selection, fragments, found);
    }
  }
  return found;
}

const byText = (a, b) => (a < b ? -1 : 1);
