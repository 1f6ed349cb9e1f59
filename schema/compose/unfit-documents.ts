import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CodegenConfig } from '@graphql-codegen/cli';
import {
  concatAST,
  GraphQLError,
  NoUnusedFragmentsRule,
  parse,
  Source,
  specifiedRules,
  validate,
} from 'graphql';
import type { DocumentNode } from 'graphql';
import { clientSchema } from './check/client-schema.js';

/** A place in a file with documents that does not fit the schema. */
export interface UnfitDocument {
  /** `portals/landlord/src/leasing/page.graphql:12:5` */
  place: string;
  /** What is wrong there; it names the field. */
  message: string;
}

/** Documents share files of fragments, of which each uses some. */
const RULES = specifiedRules.filter((rule) => rule !== NoUnusedFragmentsRule);

/** What of the files that codegen reads does not fit a schema, each place once, in their order. */
export async function unfitDocuments(
  root: string,
  { generates }: Pick<CodegenConfig, 'generates'>,
  apiSdl: string,
): Promise<UnfitDocument[]> {
  const schema = clientSchema(apiSdl);
  const found = new Map<string, UnfitDocument>();
  const tell = ({ message, source, locations }: GraphQLError) => {
    const [at] = locations ?? [];
    const place = [source?.name, at?.line, at?.column].filter((one) => one !== undefined).join(':');
    found.set(`${place} ${message}`, { place, message });
  };
  const targets = targetsOf(generates).map((patterns) =>
    globSync(patterns, { cwd: root })
      .map((file) => file.replaceAll('\\', '/'))
      .toSorted(),
  );
  const read = [...new Set(targets.flat())].map(async (file) => {
    const text = await readFile(join(root, file), 'utf8');
    return [file, parseOr(tell, new Source(text, file))] as const;
  });
  const parsed = new Map(await Promise.all(read));
  for (const files of targets) {
    const documents = files.flatMap((file) => parsed.get(file) ?? []);
    for (const error of validate(schema, concatAST(documents), RULES)) tell(error);
  }
  return [...found.values()];
}

/** The patterns that are read together, each set once. */
function targetsOf(generates: CodegenConfig['generates']): string[][] {
  const sets = Object.values(generates).map((target) => {
    const documents = 'documents' in target ? target.documents : undefined;
    return [documents ?? []].flat().filter((pattern) => typeof pattern === 'string');
  });
  return [...new Map(sets.map((patterns) => [patterns.join(' '), patterns])).values()];
}

function parseOr(tell: (error: GraphQLError) => void, source: Source): DocumentNode | undefined {
  try {
    return parse(source);
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    tell(error);
    return undefined;
  }
}
