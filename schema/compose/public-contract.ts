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
 * accident. Arguments follow their field, the fields of an input and the values of an enum follow
 * the tag of their type; but as soon as one of such a set carries the tag itself, the untagged ones
 * are private. Objects, interfaces, unions and scalars are public as far as public fields reach them.
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
  /** The tagged ones of a set; all of it where only its parent is tagged. */
  const chosen = <Member>(
    parent: string,
    members: readonly Member[],
    coordinate: (member: Member) => string,
  ): Member[] => {
    const own = members.filter((member) => tagged.has(coordinate(member)));
    return own.length === 0 && tagged.has(parent) ? [...members] : own;
  };
  const selected: Types = new Map();
  for (const [name, type] of all) {
    switch (type.kind) {
      case Kind.OBJECT_TYPE_DEFINITION:
      case Kind.INTERFACE_TYPE_DEFINITION: {
        const fields = (type.fields ?? [])
          .filter((field) => tagged.has(`${name}.${field.name.value}`))
          .map((field) => {
            const coordinate = `${name}.${field.name.value}`;
            const own = chosen(coordinate, field.arguments ?? [], (argument) =>
              argumentCoordinate(coordinate, argument.name.value),
            );
            return { ...field, arguments: own };
          });
        selected.set(name, { ...type, fields });
        break;
      }
      case Kind.INPUT_OBJECT_TYPE_DEFINITION: {
        const fields = chosen(name, type.fields ?? [], (field) => `${name}.${field.name.value}`);
        selected.set(name, { ...type, fields });
        break;
      }
      case Kind.ENUM_TYPE_DEFINITION: {
        const values = chosen(name, type.values ?? [], (value) => `${name}.${value.name.value}`);
        selected.set(name, { ...type, values });
        break;
      }
      default:
        selected.set(name, type);
    }
  }
  return selected;
}
