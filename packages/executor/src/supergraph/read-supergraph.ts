import { buildASTSchema, isAbstractType, isInterfaceType, Kind, parse } from 'graphql';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import { readCacheHints } from '../cache/cache-hints.js';
import { keepableParts } from '../cache/keepable-parts.js';
import type { KeepableParts } from '../cache/keepable-parts.js';
import { readContexts } from './contexts.js';
import type { Contexts } from './contexts.js';
import { argumentOf } from './directives.js';
import { readEntityKeys } from './entity-keys.js';
import type { FindsBy } from './entity-keys.js';
import { readRequirements } from './requirements.js';
import type { Requirements } from './requirements.js';

/** What the executor itself needs of a supergraph, beside the plans. */
export interface SupergraphFacts {
  readonly document: DocumentNode;
  /** With everything in it, also what is hidden from clients. */
  readonly schema: GraphQLSchema;
  readonly subgraphs: readonly { name: string; url: string }[];
  /** The names of object types that a type condition lets pass, itself included. */
  readonly possibleTypes: ReadonlyMap<string, ReadonlySet<string>>;
  /** The names of interfaces. */
  readonly interfaces: ReadonlySet<string>;
  /** The names of interfaces that some subgraph knows only as an object. */
  readonly interfaceObjects: ReadonlySet<string>;
  /** Whether a subgraph finds an object of a type by its fields of these names. */
  readonly findsBy: FindsBy;
  readonly contexts: Contexts;
  readonly requirements: Requirements;
  /** The names of all fields of object types and interfaces. */
  readonly fieldNames: ReadonlySet<string>;
  /** Undefined where no `@cacheControl` says that anything may be kept. */
  readonly keepable: KeepableParts | undefined;
}

/** Reads a supergraph as composition wrote it. Throws where it is none. */
export function readSupergraph(supergraphSdl: string): SupergraphFacts {
  const document = parse(supergraphSdl, { noLocation: true });
  const schema = buildASTSchema(document, { assumeValid: true, assumeValidSDL: true });
  const subgraphs = readSubgraphs(document);
  const possibleTypes = new Map<string, ReadonlySet<string>>();
  const interfaces = new Set<string>();
  const fieldNames = new Set<string>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__')) continue;
    if (isInterfaceType(type)) interfaces.add(type.name);
    if (isAbstractType(type)) {
      const members = schema.getPossibleTypes(type).map(({ name }) => name);
      // An interface object answers with the name of the interface itself.
      possibleTypes.set(type.name, new Set([type.name, ...members]));
    } else {
      possibleTypes.set(type.name, new Set([type.name]));
    }
    if ('getFields' in type) {
      for (const name of Object.keys(type.getFields())) fieldNames.add(name);
    }
  }
  const hints = readCacheHints(document);
  const contexts = readContexts(document, schema);
  return {
    document,
    schema,
    subgraphs,
    possibleTypes,
    interfaces,
    interfaceObjects: readInterfaceObjects(document),
    findsBy: readEntityKeys(
      document,
      schema,
      new Map(subgraphs.map(({ graph, name }) => [graph, name])),
    ),
    contexts,
    requirements: readRequirements(document, schema, contexts),
    fieldNames,
    keepable: hints && keepableParts(hints, schema, possibleTypes),
  };
}

function readInterfaceObjects(document: DocumentNode): Set<string> {
  const found = new Set<string>();
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    const isObject = definition.directives?.some(
      (directive) =>
        directive.name.value === 'join__type' &&
        argumentOf(directive, 'isInterfaceObject') === true,
    );
    if (isObject) found.add(definition.name.value);
  }
  return found;
}

/** The names of the subgraphs of a supergraph. Throws where it is none. */
export function subgraphNames(supergraphSdl: string): string[] {
  return readSubgraphs(parse(supergraphSdl, { noLocation: true })).map(({ name }) => name);
}

function readSubgraphs(document: DocumentNode): { graph: string; name: string; url: string }[] {
  const graphs = document.definitions.find(
    (definition) =>
      definition.kind === Kind.ENUM_TYPE_DEFINITION && definition.name.value === 'join__Graph',
  );
  if (graphs?.kind !== Kind.ENUM_TYPE_DEFINITION) {
    throw new Error('This is no supergraph of federation 2: it has no enum join__Graph');
  }
  return (graphs.values ?? []).map((value) => {
    const directive = value.directives?.find(({ name }) => name.value === 'join__graph');
    const text = (name: string): string | undefined => {
      const given = directive && argumentOf(directive, name);
      return typeof given === 'string' ? given : undefined;
    };
    return {
      graph: value.name.value,
      name: text('name') ?? value.name.value,
      url: text('url') ?? '',
    };
  });
}
