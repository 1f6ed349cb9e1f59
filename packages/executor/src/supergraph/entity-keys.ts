import { isInterfaceType, isObjectType, Kind } from 'graphql';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import { argumentOf } from './directives.js';
import { parseFieldSet } from './field-sets.js';

/**
 * Whether a subgraph can find an object of a type by these fields: all of one of the keys that it resolves,
 * also one of an interface of the type. True where nothing is known of its keys.
 */
export type FindsBy = (subgraph: string, typeName: string, fields: ReadonlySet<string>) => boolean;

/** Reads the keys of every `@join__type`. `graphs` are the subgraphs' names by their names in the document. */
export function readEntityKeys(
  document: DocumentNode,
  schema: GraphQLSchema,
  graphs: ReadonlyMap<string, string>,
): FindsBy {
  const keys = new Map<string, string[][]>();
  for (const definition of document.definitions) {
    if (
      definition.kind !== Kind.OBJECT_TYPE_DEFINITION &&
      definition.kind !== Kind.INTERFACE_TYPE_DEFINITION
    ) {
      continue;
    }
    for (const directive of definition.directives ?? []) {
      if (directive.name.value !== 'join__type') continue;
      const key = argumentOf(directive, 'key');
      if (typeof key !== 'string' || argumentOf(directive, 'resolvable') === false) continue;
      const at = `${graphs.get(String(argumentOf(directive, 'graph')))} ${definition.name.value}`;
      keys.set(at, [...(keys.get(at) ?? []), topFields(key)]);
    }
  }
  return (subgraph, typeName, fields) => {
    const type = schema.getType(typeName);
    const names = [typeName];
    if (isObjectType(type) || isInterfaceType(type)) {
      names.push(...type.getInterfaces().map(({ name }) => name));
    }
    const known = names.flatMap((name) => keys.get(`${subgraph} ${name}`) ?? []);
    return known.length === 0 || known.some((key) => key.every((field) => fields.has(field)));
  };
}

function topFields(key: string): string[] {
  return parseFieldSet(key).selections.flatMap((selection) =>
    selection.kind === Kind.FIELD ? [selection.name.value] : [],
  );
}
