import { federationMetadata } from '@apollo/federation-internals';
import type { InterfaceType, Supergraph } from '@apollo/federation-internals';
import type { FieldHomes } from './field-homes.js';

/**
 * Lets the planner take a field of an interface as it is where the subgraph that it comes from has it, if there
 * are more than `most` combinations of the ways to it on each object type. It would look at all of those
 * for a shared field of an entity, since one of them may save a fetch.
 */
export function takeInterfacesAsTheyAre(
  supergraph: Supergraph,
  homes: FieldHomes,
  most: number,
): void {
  for (const { schema } of supergraph.subgraphs()) {
    const shareable = federationMetadata(schema)?.shareableDirective();
    if (!shareable) continue;
    for (const type of schema.interfaceTypes()) {
      for (const name of fieldsOfManyWays(type, homes, most)) {
        for (const object of type.possibleRuntimeTypes()) {
          const applied = object.field(name)?.appliedDirectivesOf(shareable) ?? [];
          for (const directive of applied) directive.remove();
        }
      }
    }
  }
}

function fieldsOfManyWays(type: InterfaceType, homes: FieldHomes, most: number): string[] {
  const names = type.possibleRuntimeTypes().map(({ name }) => name);
  return type
    .fields()
    .map(({ name }) => name)
    .filter((field) => homes.ways(names, field) > most);
}
