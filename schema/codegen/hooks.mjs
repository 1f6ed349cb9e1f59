const HOOKS = { query: 'Query', mutation: 'Mutation', subscription: 'Subscription' };

/**
 * A codegen plugin: one typed hook of Apollo Client per operation, over the client preset's documents in
 * `./graphql`. An operation `PropertyList` becomes `usePropertyListQuery`.
 */
export function plugin(_schema, documents) {
  const operations = documents
    .flatMap(({ document }) => document.definitions)
    .filter(({ kind, name }) => kind === 'OperationDefinition' && name)
    .map(({ name, operation }) => ({ name: name.value, kind: HOOKS[operation] }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const hooks = [...new Set(operations.map(({ kind }) => `use${kind}`))].toSorted(byText);
  return [
    `import { ${hooks.join(', ')} } from '@apollo/client/react';`,
    "import * as documents from './graphql';",
    '',
    ...operations.map(hookOf),
  ].join('\n');
}

/** Options may be left out where no variable is required. */
function hookOf({ name, kind }) {
  const types = `documents.${name}${kind}, documents.${name}${kind}Variables`;
  const options = `use${kind}.Options<${types}>`;
  // Partial answers are not asked for: there is a whole one or none.
  const whole = `useQuery.Result<${types}, 'empty' | 'complete' | 'streaming'>`;
  const parameter = `...[options]: {} extends documents.${name}${kind}Variables ? [options?: ${options}] : [options: ${options}]`;
  return kind === 'Mutation'
    ? `export const use${name}Mutation = (options?: ${options}) =>
  useMutation(documents.${name}Document, options);
`
    : `export const use${name}${kind} = (${parameter}) =>
  use${kind}(documents.${name}Document, options as ${options})${kind === 'Query' ? ` as unknown as ${whole}` : ''};
`;
}

const byText = (a, b) => (a < b ? -1 : 1);
