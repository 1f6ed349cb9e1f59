import { existsSync, globSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { CodegenConfig } from '@graphql-codegen/cli';
import { addTypenameSelectionDocumentTransform } from '@graphql-codegen/client-preset';

const root = import.meta.dirname;

/** Every custom scalar needs a line here: an unknown one stops the generation. */
const scalars = {
  CurrencyCode: 'string',
  DateTime: 'string',
  ID: 'string',
  JSONObject: 'Record<string, unknown>',
  LocalDate: 'string',
  SafeInt: 'number',
};

const portals = existsSync(join(root, 'portals'))
  ? readdirSync(join(root, 'portals'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name)
      .toSorted()
  : [];

/** The folders of a portal's `src/` that have operations. Fragments for all of them are `shared/…/*.fragments.graphql`. */
const featuresOf = (portal: string): string[] =>
  [
    ...new Set(
      globSync(`portals/${portal}/src/*/**/*.graphql`, { cwd: root }).map(
        (file) => file.split(/[\\/]/)[3] ?? '',
      ),
    ),
  ].toSorted();

const generates: CodegenConfig['generates'] = {};
for (const portal of portals) {
  const source = `portals/${portal}/src`;
  const fragments = `${source}/shared/**/*.fragments.graphql`;
  const features = featuresOf(portal);
  // A feature has its own module of documents, so that a page loads those of its feature alone.
  for (const feature of features) {
    const documents = [...new Set([fragments, `${source}/${feature}/**/*.graphql`])];
    const documentTransforms = [addTypenameSelectionDocumentTransform];
    generates[`${source}/${feature}/gql/`] = {
      preset: 'client',
      documents,
      documentTransforms,
      presetConfig: { fragmentMasking: false },
      config: {
        scalars,
        strictScalars: true,
        useTypeImports: true,
        enumType: 'string-literal',
        onlyOperationTypes: true,
      },
    };
    generates[`${source}/${feature}/gql/hooks.ts`] = {
      documents,
      plugins: ['./schema/codegen/hooks.mjs'],
    };
    generates[`${source}/${feature}/gql/rules.ts`] = {
      documents,
      plugins: ['./schema/codegen/rules.mjs'],
    };
  }
  // What this portal may ask in production: the hash of each document that it was built with.
  if (features.length > 0) {
    generates[`schema/operations/${portal}.json`] = {
      documents: `${source}/**/*.graphql`,
      documentTransforms: [addTypenameSelectionDocumentTransform],
      plugins: ['./schema/codegen/trusted-documents.mjs'],
    };
  }
}

const config: CodegenConfig = {
  schema: 'schema/api.graphql',
  generates,
  importExtension: '',
  emitLegacyCommonJSImports: false,
};
export default config;
