import {
  type ConstDirectiveNode,
  isTypeDefinitionNode,
  isTypeExtensionNode,
  Kind,
  parse,
  type TypeDefinitionNode,
  type TypeExtensionNode,
  type TypeNode,
} from 'graphql';
import type { RoomSdl } from '../composer.js';
import { builtInScalars } from '../public-types.js';

export type ElementKind = 'type' | 'field' | 'argument' | 'input field' | 'enum value';

/** One named thing of one room's SDL. */
export interface Element {
  room: string;
  kind: ElementKind;
  /** `Unit`, `Unit.code`, `Query.units(first:)`, `Role.VIEWER`. */
  coordinate: string;
  name: string;
  /** The type that it is part of; its own name for a type. */
  typeName: string;
  description: string | undefined;
  /** Of fields, arguments and input fields. */
  type: TypeNode | undefined;
  /** Names of a field's arguments. */
  argumentNames: string[];
  directives: readonly ConstDirectiveNode[];
}

/** Every element that a room declares, without the machinery of federation. */
export function elementsOf(room: RoomSdl): Element[] {
  const elements: Element[] = [];
  for (const node of parse(room.sdl).definitions) {
    if (!isTypeDefinitionNode(node) && !isTypeExtensionNode(node)) continue;
    const typeName = node.name.value;
    if (isMachinery(typeName)) continue;
    if (isTypeDefinitionNode(node)) {
      elements.push(element(room, 'type', typeName, typeName, node));
    }
    elements.push(...membersOf(room, node));
  }
  return elements;
}

/** Names of all scalars and enums that the rooms declare. */
export function leafTypes(rooms: readonly RoomSdl[]): Set<string> {
  const leaves = new Set(builtInScalars);
  for (const room of rooms) {
    for (const { kind, ...node } of parse(room.sdl).definitions) {
      const isLeaf = kind === Kind.SCALAR_TYPE_DEFINITION || kind === Kind.ENUM_TYPE_DEFINITION;
      if (isLeaf && 'name' in node && node.name) leaves.add(node.name.value);
    }
  }
  return leaves;
}

const isMachinery = (name: string): boolean => name.startsWith('_') || name.includes('__');

function membersOf(room: RoomSdl, node: TypeDefinitionNode | TypeExtensionNode): Element[] {
  const typeName = node.name.value;
  const elements: Element[] = [];
  if ('values' in node) {
    for (const value of node.values ?? []) {
      const coordinate = `${typeName}.${value.name.value}`;
      elements.push(element(room, 'enum value', coordinate, typeName, value));
    }
  }
  if (!('fields' in node)) return elements;
  for (const field of node.fields ?? []) {
    const coordinate = `${typeName}.${field.name.value}`;
    if (isMachinery(field.name.value)) continue;
    if (field.kind === Kind.INPUT_VALUE_DEFINITION) {
      elements.push(element(room, 'input field', coordinate, typeName, field));
      continue;
    }
    const argumentNodes = field.arguments ?? [];
    elements.push({
      ...element(room, 'field', coordinate, typeName, field),
      argumentNames: argumentNodes.map((argument) => argument.name.value),
    });
    for (const argument of argumentNodes) {
      const argumentCoordinate = `${coordinate}(${argument.name.value}:)`;
      elements.push(element(room, 'argument', argumentCoordinate, typeName, argument));
    }
  }
  return elements;
}

interface Described {
  name: { value: string };
  description?: { value: string } | undefined;
  directives?: readonly ConstDirectiveNode[] | undefined;
  type?: TypeNode;
}

function element(
  room: RoomSdl,
  kind: ElementKind,
  coordinate: string,
  typeName: string,
  node: Described,
): Element {
  return {
    room: room.name,
    kind,
    coordinate,
    name: node.name.value,
    typeName,
    description: node.description?.value.trim() || undefined,
    type: node.type,
    argumentNames: [],
    directives: node.directives ?? [],
  };
}

/** The directive by name, whether it was imported or is used with the prefix of federation. */
export function directiveOf(of: Element, name: string): ConstDirectiveNode | undefined {
  return of.directives.find(
    (directive) => directive.name.value === name || directive.name.value === `federation__${name}`,
  );
}
