import { Kind, print, stripIgnoredCharacters, visit } from 'graphql';
import type { SelectionSetNode, VariableDefinitionNode } from 'graphql';

/** One `_entities` field as the text of a query, with the variables that it uses. */
export interface EntityField {
  /** The variable with its representations. */
  readonly variable: string;
  /** The definitions of the others, by their names. */
  readonly definitions: ReadonlyMap<string, string>;
  readonly text: string;
}

export function entityField(
  key: string,
  variable: string,
  set: SelectionSetNode,
  variables: Iterable<VariableDefinitionNode>,
): EntityField {
  const used = variablesOf(set);
  const definitions = new Map<string, string>();
  for (const definition of variables) {
    const name = definition.variable.name.value;
    if (used.has(name)) definitions.set(name, stripIgnoredCharacters(print(definition)));
  }
  const alias = key === '_entities' ? '' : `${key}:`;
  const selected = stripIgnoredCharacters(print(set));
  return {
    variable,
    definitions,
    text: `${alias}_entities(representations:$${variable})${selected}`,
  };
}

/** The query of one request. */
export function entityQuery(name: string | undefined, fields: readonly EntityField[]): string {
  const definitions = new Map(fields.flatMap((field) => [...field.definitions]));
  return [
    `query${name === undefined ? '' : ` ${name}`}(`,
    ...fields.map(({ variable }) => `$${variable}:[_Any!]!`),
    ...definitions.values(),
    '){',
    ...fields.map(({ text }) => text),
    '}',
  ].join('');
}

function variablesOf(set: SelectionSetNode): Set<string> {
  const names = new Set<string>();
  visit(set, { [Kind.VARIABLE]: ({ name }) => void names.add(name.value) });
  return names;
}
