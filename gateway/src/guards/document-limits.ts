import { Fault } from '@propertea/kernel';
import { documentId } from '@propertea/schema/documents';
import { GraphQLError, Kind, parse } from 'graphql';
import type { DefinitionNode, DocumentNode, OperationTypeNode, SelectionSetNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import { createHash } from 'node:crypto';
import { DocumentFault } from './answer-type.js';
import { comparisonsOf } from './comparisons.js';
import { isOfTheSchema, sizesOf } from './document-size.js';
import type { Size } from './document-size.js';
import { syntaxSizeOf } from './syntax-size.js';

export interface DocumentLimits {
  /** Of the whole text; it is not even looked at beyond that. */
  characters: number;
  /** Nested fields; introspection counts for nothing, its own depth is limited by validation. */
  depth: number;
  /** Aliased fields, with fragments expanded. */
  aliases: number;
  /** Fields in all, with fragments expanded. */
  fields: number;
  tokens: number;
  /** Operations and fragments. */
  definitions: number;
  directives: number;
  /** Values in arguments and defaults (syntax-size.ts). */
  literals: number;
  /** Lists and objects within each other, in arguments and defaults. */
  valueDepth: number;
  /** Of fields under one key, to see whether they can be merged (comparisons.ts). */
  comparisons: number;
}

/** What a document costs, and whether it asks for the schema. */
export interface AdmittedDocument {
  document: DocumentNode;
  /** Its SHA-256 in hex, whatever its layout. */
  id: string;
  introspects: boolean;
}

/** Fields may each bring a `__typename` or a fragment along. */
const SELECTIONS_PER_FIELD = 2;
/** The schema may be asked for at once what tools ask, and not the same under many names. */
const SCHEMA_ALIASES = 5;
const SCHEMA_LISTS = 1;
/** Fragments may stand within fragments, but planning calls itself for each. */
const LEVELS_PER_DEPTH = 5;

/** Longer than what any schema has; validation looks for names that are like it. */
const MAX_NAME = 256;

const CACHED = 1_000;
/** Comments and texts make a document long without making it costly; only so much of them is kept. */
const CACHED_CHARACTERS = 8 * 1024 * 1024;

/**
 * Admits documents within the limits before anything costly (validation, planning) sees them.
 * Throws `Fault`: BAD_USER_INPUT for what is no GraphQL, COST_LIMIT for what is too much.
 */
export function documentLimits(limits: DocumentLimits): (source: string) => AdmittedDocument {
  const admitted = new LRUCache<string, AdmittedDocument>({
    max: CACHED,
    maxSize: CACHED_CHARACTERS,
  });
  return (source) => {
    if (source.length > limits.characters) {
      throw new Fault('COST_LIMIT', `The document has more than ${limits.characters} characters.`);
    }
    const key = createHash('sha256').update(source).digest('base64');
    const known = admitted.get(key);
    if (known) return known;
    const document = parseWithin(source, limits.tokens);
    check(document, limits);
    const result = { document, id: documentId(document), introspects: introspects(document) };
    admitted.set(key, result, { size: source.length });
    return result;
  };
}

function parseWithin(source: string, maxTokens: number): DocumentNode {
  try {
    // Nodes that know their location would keep the whole source.
    return parse(source, { maxTokens, noLocation: true });
  } catch (error) {
    // The parser calls itself for each level and may run out of stack before it runs out of tokens.
    if (error instanceof RangeError) {
      throw new Fault('COST_LIMIT', 'The document nests too deeply.', { cause: error });
    }
    if (!(error instanceof GraphQLError)) throw error;
    if (error.message.includes('Parsing aborted')) {
      throw new Fault('COST_LIMIT', `The document has more than ${maxTokens} tokens.`);
    }
    throw new DocumentFault(error.message, { cause: error });
  }
}

function check(document: DocumentNode, limits: DocumentLimits): void {
  const refuse = (what: string) => {
    throw new Fault('COST_LIMIT', what);
  };
  const { definitions } = document;
  if (definitions.length > limits.definitions) {
    refuse(
      `The document has ${definitions.length} operations and fragments; ${allowed(limits.definitions)}`,
    );
  }
  const { directives, literals, valueDepth, nameLength } = syntaxSizeOf(document, {
    ...limits,
    nameLength: MAX_NAME,
  });
  if (directives > limits.directives) {
    refuse(`The document has more than ${limits.directives} directives.`);
  }
  if (nameLength > MAX_NAME) {
    throw new DocumentFault(`A name is longer than ${MAX_NAME} characters.`);
  }
  if (literals > limits.literals) {
    refuse(`The document has more than ${limits.literals} values: send them in variables.`);
  }
  if (valueDepth > limits.valueDepth) {
    refuse(`The document nests values deeper than ${limits.valueDepth} levels.`);
  }
  const sizeOf = sizesOf(document);
  const isOperation = ({ kind }: DefinitionNode) => kind === Kind.OPERATION_DEFINITION;
  // Fragments are looked at whether or not they are spread: validation does so too.
  for (const definition of [
    ...definitions.filter(isOperation),
    ...definitions.filter((one) => !isOperation(one)),
  ]) {
    if (!('selectionSet' in definition)) continue;
    const excess = excessOf(sizeOf(definition.selectionSet), limits);
    if (excess) refuse(`${isOperation(definition) ? 'The operation' : 'A fragment'} ${excess}`);
  }
  if (comparisonsOf(document, limits.comparisons) > limits.comparisons) {
    refuse('The document selects the same fields again and again: select each of them once.');
  }
}

const allowed = (limit: number) => `at most ${limit} are allowed.`;

function excessOf(size: Size, limits: DocumentLimits): string | undefined {
  const bounds: [what: string, is: number, limit: number][] = [
    ['nests fields to a depth of', size.depth, limits.depth],
    ['has a number of aliases of', size.aliases, limits.aliases],
    ['selects a number of fields of', size.fields, limits.fields],
    ['has a number of selections of', size.selections, limits.fields * SELECTIONS_PER_FIELD],
    ['nests fragments to a depth of', size.levels, limits.depth * LEVELS_PER_DEPTH],
    ['asks the schema with a number of aliases of', size.schemaAliases, SCHEMA_ALIASES],
    ['asks the schema for a number of lists within each other of', size.schemaLists, SCHEMA_LISTS],
  ];
  const [what, is, limit] = bounds.find(([, one, most]) => one > most) ?? [];
  return limit === undefined ? undefined : `${what} ${is}; ${allowed(limit)}`;
}

/** Whether `__schema` or `__type` stands anywhere in the document; only at a root can it be valid. */
function introspects(document: DocumentNode): boolean {
  const asks = (set: SelectionSetNode): boolean =>
    set.selections.some((selection) =>
      selection.kind === Kind.FIELD
        ? isOfTheSchema(selection)
        : selection.kind === Kind.INLINE_FRAGMENT && asks(selection.selectionSet),
    );
  return document.definitions.some(
    (definition) => 'selectionSet' in definition && asks(definition.selectionSet),
  );
}

/**
 * What kind the named operation is; without a name there must be only one.
 * Throws `Fault('BAD_USER_INPUT')` when there is no such operation.
 */
export function operationOf(
  document: DocumentNode,
  name: string | undefined,
): `${OperationTypeNode}` {
  const bad = (message: string) => new DocumentFault(message);
  const named = document.definitions
    .filter((definition) => definition.kind === Kind.OPERATION_DEFINITION)
    .filter((operation) => !name || operation.name?.value === name);
  const [operation] = named;
  if (!operation) throw bad('The document has no operation of this name.');
  if (named.length > 1) throw bad('Say in "operationName" which of the operations is meant.');
  return operation.operation;
}
