import {
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  type InterfaceTypeDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  type TypeDefinitionNode,
} from 'graphql';
import { builtInScalars, type HiddenElement, namedType, type Types } from './public-types.js';

type Composite = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode;

/**
 * Takes out of `selected` what would make an invalid schema: empty types, what refers to them,
 * fields that cannot be called without a private argument, interfaces whose fields are not all
 * public on an implementer. One removal can cause the next, so it runs to a fixed point.
 */
export function dropContradictions(
  all: Types,
  selected: Types,
): { types: Types; hidden: HiddenElement[] } {
  const hidden: HiddenElement[] = [];
  let types = selected;
  let size = -1;
  while (size !== sizeOf(types)) {
    size = sizeOf(types);
    const next: Types = new Map();
    for (const [name, type] of types) {
      const kept = withoutDeadParts(type, types, all, hidden);
      if (!isEmpty(kept, types)) next.set(name, kept);
    }
    types = next;
  }
  return { types, hidden };
}

const isAlive = (types: Types, name: string): boolean =>
  builtInScalars.has(name) || types.has(name);

function withoutDeadParts(
  type: TypeDefinitionNode,
  types: Types,
  all: Types,
  hidden: HiddenElement[],
): TypeDefinitionNode {
  const name = type.name.value;
  switch (type.kind) {
    case Kind.OBJECT_TYPE_DEFINITION:
    case Kind.INTERFACE_TYPE_DEFINITION: {
      const fields = (type.fields ?? []).flatMap((field) => {
        const kept = liveField(name, field, types, all, hidden);
        return kept ? [kept] : [];
      });
      const interfaces = (type.interfaces ?? []).filter((parent) =>
        conforms({ ...type, fields }, parent.name.value, types),
      );
      return { ...type, fields, interfaces };
    }
    case Kind.INPUT_OBJECT_TYPE_DEFINITION: {
      const fields = (type.fields ?? []).filter((field) => isAlive(types, namedType(field.type)));
      const original = all.get(name);
      const needed =
        original?.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION ? (original.fields ?? []) : [];
      const isUsable = needed.every((field) => !isRequired(field) || hasMember(fields, field));
      return { ...type, fields: isUsable ? fields : [] };
    }
    case Kind.UNION_TYPE_DEFINITION:
      return {
        ...type,
        types: (type.types ?? []).filter((member) => types.has(member.name.value)),
      };
    default:
      return type;
  }
}

function liveField(
  type: string,
  field: FieldDefinitionNode,
  types: Types,
  all: Types,
  hidden: HiddenElement[],
): FieldDefinitionNode | undefined {
  const coordinate = `${type}.${field.name.value}`;
  const returned = namedType(field.type);
  if (!isAlive(types, returned)) {
    hidden.push({ coordinate, reason: `its type ${returned} has nothing public` });
    return undefined;
  }
  const live = (field.arguments ?? []).filter((argument) =>
    isAlive(types, namedType(argument.type)),
  );
  const missing = argumentsOf(all, type, field.name.value).find(
    (argument) => isRequired(argument) && !hasMember(live, argument),
  );
  if (missing) {
    const reason = `its required argument ${missing.name.value} is not public`;
    hidden.push({ coordinate, reason });
    return undefined;
  }
  return { ...field, arguments: live };
}

function argumentsOf(all: Types, type: string, field: string): readonly InputValueDefinitionNode[] {
  const definition = all.get(type);
  if (!definition || !('fields' in definition)) return [];
  const found = definition.fields?.find((candidate) => candidate.name.value === field);
  return found && 'arguments' in found ? (found.arguments ?? []) : [];
}

const isRequired = (value: InputValueDefinitionNode): boolean =>
  value.type.kind === Kind.NON_NULL_TYPE && value.defaultValue === undefined;

const hasMember = (
  members: readonly InputValueDefinitionNode[],
  wanted: InputValueDefinitionNode,
): boolean => members.some((member) => member.name.value === wanted.name.value);

/** Whether `type` may still say that it implements `parentName`. */
function conforms(type: Composite, parentName: string, types: Types): boolean {
  const parent = types.get(parentName);
  if (parent?.kind !== Kind.INTERFACE_TYPE_DEFINITION) return false;
  const own = new Set((type.interfaces ?? []).map((known) => known.name.value));
  const inheritsAll = (parent.interfaces ?? []).every((known) => own.has(known.name.value));
  return (
    inheritsAll &&
    (parent.fields ?? []).every((wanted) => {
      const field = type.fields?.find((candidate) => candidate.name.value === wanted.name.value);
      return (
        field !== undefined &&
        isSubtype(namedType(field.type), namedType(wanted.type), types) &&
        (wanted.arguments ?? []).every((argument) => hasMember(field.arguments ?? [], argument))
      );
    })
  );
}

function isSubtype(name: string, parentName: string, types: Types): boolean {
  if (name === parentName) return true;
  const type = types.get(name);
  const parent = types.get(parentName);
  if (parent && 'types' in parent) {
    return parent.types?.some((member) => member.name.value === name) ?? false;
  }
  if (!type || !('interfaces' in type)) return false;
  return type.interfaces?.some((known) => known.name.value === parentName) ?? false;
}

function isEmpty(type: TypeDefinitionNode, types: Types): boolean {
  switch (type.kind) {
    case Kind.OBJECT_TYPE_DEFINITION:
    case Kind.INPUT_OBJECT_TYPE_DEFINITION:
      return (type.fields ?? []).length === 0;
    case Kind.INTERFACE_TYPE_DEFINITION:
      return (type.fields ?? []).length === 0 || !hasImplementer(type.name.value, types);
    case Kind.UNION_TYPE_DEFINITION:
      return (type.types ?? []).length === 0;
    case Kind.ENUM_TYPE_DEFINITION:
      return (type.values ?? []).length === 0;
    case Kind.SCALAR_TYPE_DEFINITION:
      return false;
  }
}

function hasImplementer(name: string, types: Types): boolean {
  for (const type of types.values()) {
    if (type.kind !== Kind.OBJECT_TYPE_DEFINITION) continue;
    if (type.interfaces?.some((parent) => parent.name.value === name)) return true;
  }
  return false;
}

/** Counts everything that can be removed, so that two equal sizes mean that nothing was. */
function sizeOf(types: Types): number {
  let size = types.size;
  for (const type of types.values()) {
    if ('fields' in type) {
      for (const field of type.fields ?? []) {
        size += 1 + ('arguments' in field ? (field.arguments?.length ?? 0) : 0);
      }
    }
    if ('interfaces' in type) size += type.interfaces?.length ?? 0;
    if ('types' in type) size += type.types?.length ?? 0;
  }
  return size;
}
