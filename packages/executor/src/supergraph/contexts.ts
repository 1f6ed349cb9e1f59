import { isAbstractType, isObjectType, isTypeDefinitionNode, isUnionType } from 'graphql';
import type { ConstDirectiveNode, DocumentNode, GraphQLNamedType, GraphQLSchema } from 'graphql';
import { z } from 'zod';
import { argumentOf } from './directives.js';

/** What arguments are told by the objects above a field (`@context`, `@fromContext`). */
export interface Contexts {
  /** The types of whose objects something is told, each with what is selected of it. */
  readonly told: readonly { readonly type: string; readonly selection: string }[];
  /** The names of fields with such arguments. */
  readonly fieldNames: ReadonlySet<string>;
  /** The abstract types of which some object types set a context that they do not set themselves. */
  readonly mixedTypes: ReadonlySet<string>;
}

/** Reads every `@context` and `@join__field(contextArguments:)`. */
export function readContexts(document: DocumentNode, schema: GraphQLSchema): Contexts {
  const setters = new Map<string, string[]>();
  const wanted: { context: string; selection: string }[] = [];
  const fieldNames = new Set<string>();
  for (const definition of document.definitions) {
    if (!isTypeDefinitionNode(definition)) continue;
    for (const directive of definition.directives ?? []) {
      const name = directive.name.value === 'context' ? argumentOf(directive, 'name') : undefined;
      if (typeof name !== 'string') continue;
      setters.set(name, [...(setters.get(name) ?? []), definition.name.value]);
    }
    if (!('fields' in definition)) continue;
    for (const field of definition.fields ?? []) {
      const own = (field.directives ?? []).flatMap(contextArguments);
      if (own.length > 0) fieldNames.add(field.name.value);
      wanted.push(...own);
    }
  }
  return {
    told: wanted.flatMap(({ context, selection }) =>
      (setters.get(context) ?? []).map((type) => ({ type, selection: unwrapped(selection) })),
    ),
    fieldNames,
    mixedTypes: mixedTypes(schema, [...setters.values()]),
  };
}

function contextArguments(directive: ConstDirectiveNode) {
  const told = argumentOf(directive, 'contextArguments');
  if (told === undefined) return [];
  return z.array(z.object({ context: z.string(), selection: z.string() })).parse(told);
}

/** A selection as a field set: without the braces around it. */
function unwrapped(selection: string): string {
  return selection.trim().replace(/^\{(.*)\}$/s, '$1');
}

function mixedTypes(
  schema: GraphQLSchema,
  settersOf: readonly (readonly string[])[],
): ReadonlySet<string> {
  const abstract = Object.values(schema.getTypeMap()).filter(isAbstractType);
  const mixed = abstract.filter((type) =>
    settersOf.some(
      (setters) =>
        !isSetter(schema, type, setters) &&
        schema.getPossibleTypes(type).some((object) => isSetter(schema, object, setters)),
    ),
  );
  return new Set(mixed.map(({ name }) => name));
}

/** A type sets what its interfaces set, an object type also what its unions do. */
function isSetter(
  schema: GraphQLSchema,
  type: GraphQLNamedType,
  setters: readonly string[],
): boolean {
  return setters.some((name) => {
    const setter = schema.getType(name);
    if (setter === type) return true;
    if (isUnionType(setter)) return isObjectType(type) && setter.getTypes().includes(type);
    const interfaces = 'getInterfaces' in type ? type.getInterfaces() : [];
    return interfaces.some((own) => own === setter);
  });
}
