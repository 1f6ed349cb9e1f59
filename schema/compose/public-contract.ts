import { assertValidSchema, buildASTSchema, isTypeDefinitionNode, Kind, parse } from 'graphql';
import { printSorted } from './composer.js';
import { dropContradictions } from './public-prune.js';
import { reachableTypes, rootTypes } from './public-reach.js';
import type { HiddenElement, Types } from './public-types.js';
import { argumentCoordinate, taggedCoordinates } from './public-tags.js';

/**
 * The part of the api schema that carries `@tag(name: "public")`.
 *
 * A field of an object or interface is public by its own tag only, so nothing is published by
 * accident. What a public field needs follows it: its arguments, and the fields or values of the
 * inputs and enums it uses; but as soon as one of such a set carries the tag, the untagged ones of
 * that set are private. Types are public as far as public fields reach them.
 * @returns undefined as `sdl` while no query is public, and the tagged fields that had to go.
 */
export function publicContract(
  apiSdl: string,
  supergraphSdl: string,
  tag = 'public',
): { sdl: string | undefined; hidden: HiddenElement[] } {
  const tagged = taggedCoordinates(supergraphSdl, tag);
  const all: Types = new Map();
  for (const definition of parse(apiSdl).definitions) {
    if (isTypeDefinitionNode(definition)) all.set(definition.name.value, definition);
  }

  const { types, hidden } = dropContradictions(all, selectTagged(all, tagged));
  if (!types.has('Query')) return { sdl: undefined, hidden };

  const reached = reachableTypes(types);
  const definitions = [...types.values()].filter((type) => reached.has(type.name.value));
  const schema = buildASTSchema({ kind: Kind.DOCUMENT, definitions });
  assertValidSchema(schema);
  const relevant = hidden.filter(({ coordinate }) => {
    const type = coordinate.split('.')[0] ?? '';
    return reached.has(type) || rootTypes.includes(type);
  });
  return { sdl: printSorted(schema), hidden: relevant };
}

function selectTagged(all: Types, tagged: ReadonlySet<string>): Types {
  /** The tagged ones of a set, or all of it where none is tagged. */
  const chosen = <Member>(
    members: readonly Member[],
    coordinate: (member: Member) => string,
  ): Member[] => {
    const own = members.filter((member) => tagged.has(coordinate(member)));
    return own.length > 0 ? own : [...members];
  };
  const selected: Types = new Map();
  for (const [name, type] of all) {
    switch (type.kind) {
      case Kind.OBJECT_TYPE_DEFINITION:
      case Kind.INTERFACE_TYPE_DEFINITION: {
        const fields = (type.fields ?? [])
          .filter((field) => tagged.has(`${name}.${field.name.value}`))
          .map((field) => ({
            ...field,
            arguments: chosen(field.arguments ?? [], (argument) =>
              argumentCoordinate(`${name}.${field.name.value}`, argument.name.value),
            ),
          }));
        selected.set(name, { ...type, fields });
        break;
      }
      case Kind.INPUT_OBJECT_TYPE_DEFINITION: {
        const fields = chosen(type.fields ?? [], (field) => `${name}.${field.name.value}`);
        selected.set(name, { ...type, fields });
        break;
      }
      case Kind.ENUM_TYPE_DEFINITION: {
        const values = chosen(type.values ?? [], (value) => `${name}.${value.name.value}`);
        selected.set(name, { ...type, values });
        break;
      }
      default:
        selected.set(name, type);
    }
  }
  return selected;
}
