import { globSync } from 'node:fs';
import type { CodegenConfig } from '@graphql-codegen/cli';

/** Packages whose .graphql files become typed documents in src/gql/. */
const packages = ['infra/local', 'packages/testkit'];

/** Every custom scalar needs a line here: an unknown one stops the generation. */
const scalars = {
  CurrencyCode: 'string',
  DateTime: 'string',
  ID: 'string',
  JSONObject: 'Record<string, unknown>',
  LocalDate: 'string',
  SafeInt: 'number',
};

const generates: CodegenConfig['generates'] = {};
for (const folder of packages) {
  const documents = `${folder}/src/**/*.graphql`;
  if (globSync(documents, { cwd: import.meta.dirname }).length === 0) continue;
  generates[`${folder}/src/gql/`] = {
    preset: 'client',
    documents,
    presetConfig: { fragmentMasking: false },
    config: { scalars, strictScalars: true, useTypeImports: true, enumType: 'string-literal' },
  };
}

const config: CodegenConfig = {
  schema: 'schema/api.graphql',
  generates,
  // NodeNext wants the extension in relative imports.
  importExtension: '.js',
  emitLegacyCommonJSImports: false,
};
export default config;
