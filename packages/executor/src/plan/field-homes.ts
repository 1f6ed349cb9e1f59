import { isTypeDefinitionNode } from 'graphql';
import type { DocumentNode } from 'graphql';
import { argumentOf } from '../supergraph/directives.js';

type Graphs = ReadonlySet<string>;

/** Which subgraphs have which fields. */
export interface FieldHomes {
  /** The subgraphs that can be asked for a field of a type; none where nobody has it. */
  of(typeName: string, fieldName: string): Graphs;
  /** How many combinations there are of the subgraphs that can be asked for a field of each of the types. */
  ways(typeNames: readonly string[], fieldName: string): number;
}

const NONE: Graphs = new Set();

/** Reads every `@join__type` and `@join__field`. */
export function readFieldHomes(document: DocumentNode): FieldHomes {
  const homes = new Map<string, Graphs>();
  for (const definition of document.definitions) {
    if (!isTypeDefinitionNode(definition) || !('fields' in definition)) continue;
    const everywhere = new Set<string>();
    for (const directive of definition.directives ?? []) {
      if (directive.name.value === 'join__type') {
        everywhere.add(String(argumentOf(directive, 'graph')));
      }
    }
    for (const { name, directives = [] } of definition.fields ?? []) {
      const joins = directives.filter((directive) => directive.name.value === 'join__field');
      const own = joins.filter(
        (join) =>
          argumentOf(join, 'external') !== true && argumentOf(join, 'usedOverridden') !== true,
      );
      const graphs = own.flatMap((join) => argumentOf(join, 'graph') ?? []);
      homes.set(
        `${definition.name.value}.${name.value}`,
        graphs.length > 0 ? new Set(graphs.map(String)) : joins.length > 0 ? NONE : everywhere,
      );
    }
  }
  const of = (typeName: string, fieldName: string): Graphs =>
    homes.get(`${typeName}.${fieldName}`) ?? NONE;
  return {
    of,
    ways: (typeNames, fieldName) =>
      typeNames.reduce((product, typeName) => product * (of(typeName, fieldName).size || 1), 1),
  };
}
