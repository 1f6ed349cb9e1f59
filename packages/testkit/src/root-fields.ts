import { Kind, parse } from 'graphql';

/** Finds the room that owns a document's first root field, by the SDL of the rooms. */
export function rootFieldsOf(
  rooms: readonly { name: string; sdl: string }[],
): (document: string) => string {
  const owners = new Map<string, string>();
  for (const { name, sdl } of rooms) {
    for (const definition of parse(sdl).definitions) {
      if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) continue;
      if (definition.name.value !== 'Query' && definition.name.value !== 'Mutation') continue;
      for (const field of definition.fields ?? []) owners.set(field.name.value, name);
    }
  }
  return (document) => {
    for (const definition of parse(document).definitions) {
      if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
      const [first] = definition.selectionSet.selections;
      const owner = first?.kind === Kind.FIELD ? owners.get(first.name.value) : undefined;
      if (owner) return owner;
    }
    throw new Error('No room owns the first root field of this document; name the room.');
  };
}
