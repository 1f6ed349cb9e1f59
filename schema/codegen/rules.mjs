/**
 * A codegen plugin: what the rooms check of the inputs of this feature's mutations, so that its forms check
 * the same before they send anything. `config.rules` is schema/rules.json.
 */
export function plugin(_schema, documents, config) {
  const mutations = documents
    .flatMap(({ document }) => document.definitions)
    .filter(({ operation }) => operation === 'mutation')
    .flatMap(({ selectionSet }) => selectionSet.selections.map(({ name }) => name.value));
  const names = [...new Set(mutations)].filter((name) => config.rules[name]);
  return names
    .toSorted((a, b) => (a < b ? -1 : 1))
    .map(
      (name) => `export const ${name} = ${JSON.stringify(config.rules[name], null, 2)} as const;\n`,
    )
    .join('\n');
}
