import { Fault } from '@propertea/kernel';
import { documentId } from '@propertea/schema/documents';
import { GraphQLError, Kind, parse } from 'graphql';
import type { DocumentNode, OperationTypeNode, SelectionSetNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import { createHash } from 'node:crypto';
import { DocumentFault } from './answer-type.js';

export interface DocumentLimits {
  /** Nested fields; introspection counts for nothing, its own depth is limited by validation. */
  depth: number;
  /** Aliased fields, with fragments expanded. */
  aliases: number;
  /** Fields in all, with fragments expanded. */
  fields: number;
  tokens: number;
}

/** What a document costs, and whether it asks for the schema. */
export interface AdmittedDocument {
  document: DocumentNode;
  /** Its SHA-256 in hex, whatever its layout. */
  id: string;
  introspects: boolean;
}

interface Size {
  depth: number;
  aliases: number;
  fields: number;
  /** Everything that is selected, with fragments expanded: also `__typename` and the fragments themselves. */
  selections: number;
  /** Nested braces of any kind, also those of fragments. */
  levels: number;
}

/** Fields may each bring a `__typename` or a fragment along. */
const SELECTIONS_PER_FIELD = 2;
/** Fragments may stand within fragments, but planning calls itself for each. */
const LEVELS_PER_DEPTH = 5;

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
  const measure = measureOf(document);
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    const size = measure(definition.selectionSet);
    const tooMuch = (what: string, is: number, limit: number) =>
      new Fault('COST_LIMIT', `The operation ${what} ${is}; at most ${limit} are allowed.`);
    if (size.depth > limits.depth) {
      throw tooMuch('nests fields to a depth of', size.depth, limits.depth);
    }
    if (size.aliases > limits.aliases) {
      throw tooMuch('has a number of aliases of', size.aliases, limits.aliases);
    }
    if (size.fields > limits.fields) {
      throw tooMuch('selects a number of fields of', size.fields, limits.fields);
    }
    const selections = limits.fields * SELECTIONS_PER_FIELD;
    if (size.selections > selections) {
      throw tooMuch('has a number of selections of', size.selections, selections);
    }
    const levels = limits.depth * LEVELS_PER_DEPTH;
    if (size.levels > levels) {
      throw tooMuch('nests fragments to a depth of', size.levels, levels);
    }
  }
}

/** Each fragment is measured once, so that fragments within fragments cannot make this slow. */
function measureOf(document: DocumentNode): (set: SelectionSetNode) => Size {
  const fragments = new Map<string, SelectionSetNode>();
  const sizes = new Map<string, Size>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) {
      fragments.set(definition.name.value, definition.selectionSet);
    }
  }
  const nothing: Size = { depth: 0, aliases: 0, fields: 0, selections: 0, levels: 0 };

  function ofFragment(name: string): Size {
    const known = sizes.get(name);
    if (known) return known;
    const set = fragments.get(name);
    if (!set) return nothing;
    // A fragment within itself is refused by validation; here it only must not run forever.
    sizes.set(name, nothing);
    const size = measure(set);
    sizes.set(name, size);
    return size;
  }

  function measure(set: SelectionSetNode): Size {
    const total = { ...nothing };
    for (const selection of set.selections) {
      let size: Size;
      if (selection.kind === Kind.FIELD) {
        if (selection.name.value.startsWith('__')) {
          total.selections++;
          continue;
        }
        const inner = selection.selectionSet ? measure(selection.selectionSet) : nothing;
        size = {
          ...inner,
          depth: inner.depth + 1,
          aliases: inner.aliases + (selection.alias ? 1 : 0),
          fields: inner.fields + 1,
        };
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        size = measure(selection.selectionSet);
      } else {
        size = ofFragment(selection.name.value);
      }
      total.depth = Math.max(total.depth, size.depth);
      total.aliases += size.aliases;
      total.fields += size.fields;
      total.selections += size.selections + 1;
      total.levels = Math.max(total.levels, size.levels + 1);
    }
    return total;
  }
  return measure;
}

/** Whether `__schema` or `__type` stands anywhere in the document; only at a root can it be valid. */
function introspects(document: DocumentNode): boolean {
  const asks = (set: SelectionSetNode): boolean =>
    set.selections.some((selection) =>
      selection.kind === Kind.FIELD
        ? selection.name.value === '__schema' || selection.name.value === '__type'
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
