import { buildASTSchema, isAbstractType, Kind, parse } from 'graphql';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import { argumentOf } from './directives.js';
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
  readonly requirements: Requirements;
  /** The names of all fields of object types and interfaces. */
  readonly fieldNames: ReadonlySet<string>;
}

/** Reads a supergraph as composition wrote it. Throws where it asks for what is not supported. */
export function readSupergraph(supergraphSdl: string): SupergraphFacts {
  const document = parse(supergraphSdl, { noLocation: true });
  refuseContext(document);
  const schema = buildASTSchema(document, { assumeValid: true, assumeValidSDL: true });
  const possibleTypes = new Map<string, ReadonlySet<string>>();
  const fieldNames = new Set<string>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__')) continue;
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
  return {
    document,
    schema,
    subgraphs: readSubgraphs(document),
    possibleTypes,
    requirements: readRequirements(document, schema),
    fieldNames,
  };
}

function readSubgraphs(document: DocumentNode): { name: string; url: string }[] {
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
      name: text('name') ?? value.name.value,
      url: text('url') ?? '',
    };
  });
}

function refuseContext(document: DocumentNode): void {
  const usesContext = document.definitions.some(
    (definition) =>
      'fields' in definition &&
      definition.fields?.some((field) =>
        field.directives?.some(
          (directive) =>
            directive.name.value === 'join__field' &&
            argumentOf(directive, 'contextArguments') !== undefined,
        ),
      ),
  );
  if (usesContext) {
    throw new Error('The supergraph uses @fromContext, which this executor does not support yet');
  }
}
