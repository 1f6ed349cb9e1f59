import type {
  FetchDataRewrite,
  QueryPlanFieldNode,
  QueryPlanSelectionNode,
} from '@apollo/query-planner';
import { getNamedType, isInterfaceType, isNonNullType, isObjectType } from 'graphql';
import type { SupergraphFacts } from '../supergraph/read-supergraph.js';
import type { JsonObject } from '../run/json.js';
import { isObject } from '../run/json.js';
import { rewrite } from '../run/rewrite.js';

/** Reads of an object of the answer how a subgraph may know it. */
export interface Representation {
  /** The same for objects with equal representations; undefined where the object has none. */
  keyOf(object: JsonObject): unknown;
  /** The representation of an object that has a key. */
  of(object: JsonObject): JsonObject;
  /** Whether an object that has a key says nothing but what the key says. */
  isAllOf(object: JsonObject): boolean;
}

/**
 * Compiles what a fetch requires of each entity. An object has no representation where a required field
 * is absent, or null though the schema forbids it: a fetch before has failed there and said so.
 */
export function compileRepresentation(
  requires: readonly QueryPlanSelectionNode[],
  inputRewrites: readonly FetchDataRewrite[],
  facts: SupergraphFacts,
  subgraph: string,
): Representation {
  const byType = new Map<string, Reader>();
  const isOfOneType = requires.length === 1 && isOfObjectType(requires[0], facts);
  const readerOf = (object: JsonObject): Reader | undefined => {
    const typeName = object['__typename'];
    if (typeof typeName !== 'string') return undefined;
    let reader = byType.get(typeName);
    if (!reader) {
      reader = compileType(requires, typeName, facts, subgraph, isOfOneType);
      // Names that the schema does not know come from a subgraph and are not kept.
      if (facts.schema.getType(typeName)) byType.set(typeName, reader);
    }
    return reader;
  };
  return {
    keyOf: (object) => readerOf(object)?.key(object),
    isAllOf(object) {
      const count = readerOf(object)?.count;
      let keys = 0;
      for (const _ in object) keys += 1;
      return keys === count;
    },
    of(object) {
      const value = readerOf(object)?.value(object) ?? {};
      for (const change of inputRewrites) rewrite(value, change, facts.possibleTypes);
      return value;
    },
  };
}

interface Reader {
  key(object: JsonObject): unknown;
  value(object: JsonObject): JsonObject | undefined;
  /** How many fields are required; undefined where some have fields of their own. */
  readonly count?: number;
}

interface RequiredField {
  name: string;
  nullable: boolean;
  below: ((value: unknown) => unknown) | undefined;
}

const NONE: Reader = { key: () => undefined, value: () => undefined };

function compileType(
  requires: readonly QueryPlanSelectionNode[],
  typeName: string,
  facts: SupergraphFacts,
  subgraph: string,
  isOfOneType: boolean,
): Reader {
  const fields = requiredFields(requires, typeName, facts);
  const names = new Set(fields.map(({ name }) => name));
  // Of types that nothing is asked of, a plan may require something all the same.
  if (fields.length === 0 || !facts.findsBy(subgraph, typeName, names)) return NONE;
  const value = valueReader(fields);
  if (fields.some(({ below }) => below)) {
    return {
      value,
      key(object) {
        const representation = value(object);
        return representation && JSON.stringify(representation);
      },
    };
  }
  const [only, ...others] = isOfOneType ? fields.filter(({ name }) => name !== '__typename') : [];
  const key = only && others.length === 0 ? singleKey(only) : flatKey(fields);
  return { value, key, count: fields.length };
}

function isOfObjectType(node: QueryPlanSelectionNode | undefined, facts: SupergraphFacts): boolean {
  if (node?.kind !== 'InlineFragment' || !node.typeCondition) return false;
  return isObjectType(facts.schema.getType(node.typeCondition));
}

/** The one field in which objects of one type differ: no text is made of it. An object in it is equal to itself alone. */
function singleKey({ name, nullable }: RequiredField): Reader['key'] {
  return (object) => {
    const value = object[name];
    return value === null && !nullable ? undefined : value;
  };
}

/** The key of a representation without objects in it, without making one. */
function flatKey(fields: readonly RequiredField[]): Reader['key'] {
  return (object) => {
    let key = '';
    for (const { name, nullable } of fields) {
      const value = object[name];
      if (typeof value === 'string') key += `"${value}\n`;
      else if (typeof value === 'number') key += `${value}\n`;
      else if (value === undefined || (value === null && !nullable)) return undefined;
      else key += `${JSON.stringify(value)}\n`;
    }
    return key;
  };
}

function valueReader(fields: readonly RequiredField[]): Reader['value'] {
  return (object) => {
    const representation: JsonObject = {};
    for (const { name, nullable, below } of fields) {
      const value = object[name];
      if (value === undefined || (value === null && !nullable)) return undefined;
      const read = below && value !== null ? below(value) : value;
      if (read === undefined) return undefined;
      representation[name] = read;
    }
    return representation;
  };
}

/** The fields that are required of a type, those under several type conditions together. */
function requiredFields(
  selections: readonly QueryPlanSelectionNode[],
  typeName: string,
  facts: SupergraphFacts,
): RequiredField[] {
  const found = new Map<string, QueryPlanFieldNode[]>();
  const collect = (nodes: readonly QueryPlanSelectionNode[]): void => {
    for (const node of nodes) {
      if (node.kind === 'Field') {
        const key = node.alias ?? node.name;
        found.set(key, [...(found.get(key) ?? []), node]);
      } else if (
        !node.typeCondition ||
        node.typeCondition === typeName ||
        facts.possibleTypes.get(node.typeCondition)?.has(typeName)
      ) {
        collect(node.selections);
      }
    }
  };
  collect(selections);
  return [...found].map(([name, nodes]) => {
    const nested = nodes.flatMap((node) => node.selections ?? []);
    const type = facts.schema.getType(typeName);
    const field =
      isObjectType(type) || isInterfaceType(type)
        ? type.getFields()[nodes[0]?.name ?? name]
        : undefined;
    const declared = field && getNamedType(field.type).name;
    return {
      name,
      nullable: !field || !isNonNullType(field.type),
      below: nested.length > 0 ? nestedReader(nested, declared ?? '', facts) : undefined,
    };
  });
}

/** Reads what is required below a field, for each of a list. */
function nestedReader(
  selections: readonly QueryPlanSelectionNode[],
  declaredType: string,
  facts: SupergraphFacts,
): (value: unknown) => unknown {
  const readers = new Map<string, Reader>();
  const readerOf = (typeName: string): Reader => {
    let reader = readers.get(typeName);
    if (!reader) {
      const fields = requiredFields(selections, typeName, facts);
      reader = fields.length > 0 ? { ...NONE, value: valueReader(fields) } : EMPTY;
      if (facts.schema.getType(typeName)) readers.set(typeName, reader);
    }
    return reader;
  };
  const read = (value: unknown): unknown => {
    if (value === null) return null;
    if (Array.isArray(value)) {
      const items = value.map(read);
      return items.includes(undefined) ? undefined : items;
    }
    if (!isObject(value)) return undefined;
    const typeName = value['__typename'];
    return readerOf(typeof typeName === 'string' ? typeName : declaredType).value(value);
  };
  return read;
}

const EMPTY: Reader = { key: () => undefined, value: () => ({}) };
