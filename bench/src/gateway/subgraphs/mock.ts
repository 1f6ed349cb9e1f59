import {
  getNamedType,
  getNullableType,
  type GraphQLField,
  type GraphQLLeafType,
  type GraphQLSchema,
  isEnumType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
} from 'graphql';
import { ANY_SEED } from '../workload.js';
import type { Resolve, Room, Source } from './room.js';

/** How many items every list has. */
const ITEMS = 12;
/** Of so many values that may be null one is. */
const NULL_OF = 8;
const DIGITS = 7;
const EPOCH = Date.UTC(2025, 0, 1);
const YEAR_MS = 365 * 24 * 3600 * 1000;

/**
 * Data for any schema, drawn from it. An id is the seed of the request and a number; the number alone decides
 * the fields of the object, so all rooms agree about it, and answers to different seeds differ in their ids only.
 */
export function mockRoom(schema: GraphQLSchema): Room {
  const room: Room = { fields: {}, entities: {} };
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('_')) continue;
    room.fields[type.name] = Object.fromEntries(
      Object.entries(type.getFields())
        .filter(([name]) => !name.startsWith('_'))
        .map(([name, field]) => [name, draw(type.name, field)]),
    );
  }
  const entity = schema.getType('_Entity');
  for (const { name } of isUnionType(entity) ? entity.getTypes() : []) {
    room.entities[name] = ({ id }) => thing(String(id));
  }
  return room;
}

interface Thing extends Source {
  id: string;
  seed: string;
  at: number;
}

function thing(id: string): Thing {
  const digits = id.slice(ANY_SEED.length);
  return {
    id,
    seed: id.slice(0, ANY_SEED.length),
    at: digits ? Number.parseInt(digits, 36) : 0,
  };
}

function draw(typeName: string, field: GraphQLField<unknown, unknown>): Resolve {
  const type = getNamedType(field.type);
  const isList = isListType(getNullableType(field.type));
  const several = (one: (source: Partial<Thing>, index: number) => unknown): Resolve =>
    isList
      ? (source) => Array.from({ length: ITEMS }, (_, index) => one(source, index))
      : (source) => one(source, 0);

  if (isLeafType(type)) {
    if (type.name === 'ID' && field.name === 'id') return ({ id }) => id;
    // By the names alone: an object may be drawn by several rooms.
    const salt = hash(`${typeName}.${field.name}`);
    const value = leaf(type, field.name);
    const canBeNull = !isList && !isNonNullType(field.type);
    return several(({ seed = ANY_SEED, at = 0 }, index) => {
      const drawn = mix(at ^ salt, index);
      return canBeNull && drawn % NULL_OF === 0 ? null : value(drawn, seed);
    });
  }
  if (!isObjectType(type)) throw new Error(`the mock draws no ${type.name}`);
  const salt = hash(`${typeName}.${field.name}`);
  const child = several(({ seed = ANY_SEED, at = 0 }, index) => {
    const drawn = mix(at ^ salt, index);
    return { id: seed + drawn.toString(36).padStart(DIGITS, '0'), seed, at: drawn };
  });
  if (!field.args.some(({ name }) => name === 'id')) return child;
  return (source, args) =>
    typeof args['id'] === 'string' ? thing(args['id']) : child(source, args);
}

function leaf(type: GraphQLLeafType, field: string): (drawn: number, seed: string) => unknown {
  if (isEnumType(type)) {
    const names = type.getValues().map(({ name }) => name);
    return (drawn) => names[drawn % names.length];
  }
  const at = (drawn: number): string => new Date(EPOCH + (drawn % YEAR_MS)).toISOString();
  switch (type.name) {
    case 'ID':
      return (drawn, seed) => seed + drawn.toString(36).padStart(DIGITS, '0');
    case 'Int':
    case 'SafeInt':
      return (drawn) => drawn % 1000;
    case 'Float':
      return (drawn) => (drawn % 1_000_000) / 1000;
    case 'Boolean':
      return (drawn) => drawn % 2 === 0;
    case 'DateTime':
      return at;
    case 'LocalDate':
      return (drawn) => at(drawn).slice(0, 10);
    case 'CurrencyCode':
      return () => 'EUR';
    case 'JSONObject':
      return (drawn) => ({ [field]: drawn });
    default:
      return (drawn) => `${field} ${drawn.toString(36)}`;
  }
}

/** FNV-1a. */
function hash(text: string): number {
  let mixed = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    mixed = Math.imul(mixed ^ text.charCodeAt(at), 0x01000193);
  }
  return mixed >>> 0;
}

/** The end of murmur3: neighbouring numbers become far ones. */
function mix(value: number, index: number): number {
  let mixed = Math.imul(value ^ Math.imul(index + 1, 0x9e3779b1), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
