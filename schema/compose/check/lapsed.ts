import {
  type ConstDirectiveNode,
  isTypeDefinitionNode,
  Kind,
  parse,
  print,
  type TypeDefinitionNode,
} from 'graphql';
import { removalDay } from '../lint/index.js';
import { reachableTypes } from '../public-reach.js';
import { argumentCoordinate } from '../public-tags.js';
import type { Types } from '../public-types.js';

/**
 * Takes out of the old contract what was deprecated until a day that has passed and is gone from
 * the new one, with the types that only it reached: their removal was announced.
 * @returns the rest as SDL and the coordinates that were taken out.
 */
export function withoutLapsed(
  before: string,
  after: string,
  today: string,
): { sdl: string; lapsed: string[] } {
  const old = typesOf(before);
  const current = coordinatesOf(typesOf(after));
  const lapsed: string[] = [];
  const isOver = (member: Deprecatable, coordinate: string): boolean => {
    const day = dayOf(member);
    const over = day !== undefined && today > day && !current.has(coordinate);
    if (over) lapsed.push(coordinate);
    return over;
  };

  const rest: Types = new Map();
  for (const [name, type] of old) rest.set(name, withoutMembers(type, isOver));
  if (lapsed.length === 0) return { sdl: before, lapsed };
  const reached = reachableTypes(rest);
  for (const name of reachableTypes(old)) {
    if (reached.has(name) || current.has(name)) continue;
    rest.delete(name);
    lapsed.push(name);
  }
  return { sdl: [...rest.values()].map(print).join('\n\n'), lapsed };
}

interface Deprecatable {
  directives?: readonly ConstDirectiveNode[] | undefined;
}

function dayOf(member: Deprecatable): string | undefined {
  const directive = member.directives?.find((node) => node.name.value === 'deprecated');
  const reason = directive?.arguments?.find((argument) => argument.name.value === 'reason');
  return reason?.value.kind === Kind.STRING ? removalDay(reason.value.value) : undefined;
}

function typesOf(sdl: string): Types {
  const types = parse(sdl).definitions.filter((node) => isTypeDefinitionNode(node));
  return new Map(types.map((type) => [type.name.value, type]));
}

function withoutMembers(
  type: TypeDefinitionNode,
  isOver: (member: Deprecatable, coordinate: string) => boolean,
): TypeDefinitionNode {
  const at = (member: { name: { value: string } }): string =>
    `${type.name.value}.${member.name.value}`;
  switch (type.kind) {
    case Kind.OBJECT_TYPE_DEFINITION:
    case Kind.INTERFACE_TYPE_DEFINITION: {
      const fields = (type.fields ?? [])
        .filter((field) => !isOver(field, at(field)))
        .map((field) => ({
          ...field,
          arguments: field.arguments?.filter(
            (argument) => !isOver(argument, argumentCoordinate(at(field), argument.name.value)),
          ),
        }));
      return fields.length > 0 ? { ...type, fields } : type;
    }
    case Kind.INPUT_OBJECT_TYPE_DEFINITION: {
      const fields = (type.fields ?? []).filter((field) => !isOver(field, at(field)));
      return fields.length > 0 ? { ...type, fields } : type;
    }
    case Kind.ENUM_TYPE_DEFINITION: {
      const values = (type.values ?? []).filter((value) => !isOver(value, at(value)));
      return values.length > 0 ? { ...type, values } : type;
    }
    default:
      return type;
  }
}

function coordinatesOf(types: Types): Set<string> {
  const coordinates = new Set(types.keys());
  for (const [name, type] of types) {
    if ('values' in type)
      for (const value of type.values ?? []) coordinates.add(`${name}.${value.name.value}`);
    if (!('fields' in type)) continue;
    for (const field of type.fields ?? []) {
      const coordinate = `${name}.${field.name.value}`;
      coordinates.add(coordinate);
      if (!('arguments' in field)) continue;
      for (const argument of field.arguments ?? []) {
        coordinates.add(argumentCoordinate(coordinate, argument.name.value));
      }
    }
  }
  return coordinates;
}
