import fc from 'fast-check';
import {
  buildASTSchema,
  executeSync,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isLeafType,
  isListType,
  isObjectType,
  Kind,
  NoUnusedFragmentsRule,
  NoUnusedVariablesRule,
  parse,
  print,
  specifiedRules,
  validate,
  visit,
} from 'graphql';
import type {
  DocumentNode,
  FieldNode,
  FragmentDefinitionNode,
  GraphQLObjectType,
  GraphQLSchema,
  NameNode,
  OperationDefinitionNode,
  ScalarTypeDefinitionNode,
  SelectionSetNode,
} from 'graphql';
import type { Caller } from './caller.js';
import { createPolicies } from './policies.js';
import { refusalsUnder } from './refusals.js';

type Pick = <T>(from: readonly T[]) => T;
/** Rule by `Type` or `Type.field`: none, or an index into `RULES`. */
type Rules = Map<string, number>;

const RULES = [
  '@authenticated',
  '@requiresScopes(scopes: [["s"], ["t", "u"]])',
  '@policy(policies: [["p"]]) @policy(policies: [["q", "r"]])',
];
const VALID_BUT_UNUSED = specifiedRules.filter(
  (rule) => rule !== NoUnusedFragmentsRule && rule !== NoUnusedVariablesRule,
);

const SDL = `
schema ${['authenticated', 'requiresScopes', 'policy']
  .map((feature) => `@link(url: "https://specs.apollo.dev/${feature}/v0.1", for: SECURITY)`)
  .join(' ')} { query: Query }
directive @link(url: String, for: String) repeatable on SCHEMA
directive @authenticated on OBJECT | INTERFACE | FIELD_DEFINITION | ENUM | SCALAR
directive @requiresScopes(scopes: [[String!]!]!) repeatable on OBJECT | INTERFACE | FIELD_DEFINITION | ENUM | SCALAR
directive @policy(policies: [[String!]!]!) repeatable on OBJECT | INTERFACE | FIELD_DEFINITION | ENUM | SCALAR
type Query { node: Node  actor: Actor  pick: Pick  a: A  all: [Node] }
interface Node { id: ID  next: Node  owner: Actor  tag: Tag }
interface Actor { id: ID  name(loud: Boolean): String  friend: Actor }
type A implements Node & Actor {
  id: ID  next: B  owner: Actor  tag: Tag  name(loud: Boolean): String  friend: A  pick: Pick
}
type B implements Node { id: ID  next: Node  owner: D  tag: Tag  pick: C }
type C implements Node & Actor { id: ID  next: C  owner: A  tag: Tag  name(loud: Boolean): String  friend: Actor }
type D implements Actor { id: ID  name(loud: Boolean): String  friend: C  level: Level }
union Pick = A | B | C
enum Level { LOW HIGH }
scalar Tag
`;

/** The supergraph, with rules at random. */
function protectedBy(rules: Rules, pick: Pick): DocumentNode {
  let owner = '';
  const protect = <Node extends { name: NameNode }>(node: Node, coordinate: string) => {
    const rule = pick([-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, 0, 1, 2]);
    if (rule < 0) return undefined;
    rules.set(coordinate, rule);
    const [{ directives }] = parse(`scalar S ${RULES[rule]}`).definitions as [
      ScalarTypeDefinitionNode,
    ];
    return { ...node, directives };
  };
  const type = <Node extends { name: NameNode }>(node: Node) => {
    owner = node.name.value;
    return protect(node, owner);
  };
  return visit(parse(SDL), {
    ObjectTypeDefinition: type,
    InterfaceTypeDefinition: type,
    EnumTypeDefinition: type,
    ScalarTypeDefinition: type,
    FieldDefinition: (node) => protect(node, `${owner}.${node.name.value}`),
  });
}

function possibleTypes(schema: GraphQLSchema, type: unknown): readonly GraphQLObjectType[] {
  if (isAbstractType(type)) return schema.getPossibleTypes(type);
  return isObjectType(type) ? [type] : [];
}

/** The named type of a field; undefined of `__typename`. */
function resultOf(schema: GraphQLSchema, type: string, field: string) {
  const owner = schema.getType(type);
  const fields = isObjectType(owner) || isInterfaceType(owner) ? owner.getFields() : {};
  return getNamedType(fields[field]?.type);
}

/** Text of a random operation that is valid for the schema, but for what it leaves unused. */
function randomSource(schema: GraphQLSchema, pick: Pick): string {
  const conditions = ['Node', 'Actor', 'Pick', 'A', 'B', 'C', 'D'];
  const overlapping = (type: string) => {
    const possible = possibleTypes(schema, schema.getType(type));
    return conditions.filter((other) =>
      possibleTypes(schema, schema.getType(other)).some((object) => possible.includes(object)),
    );
  };
  const directive = () =>
    pick(
      ['', '', '', '', '@skip(if: $v)', '@include(if: $w)', '@skip(if: true)'].concat(
        '@include(if: $v) @skip(if: $w)',
      ),
    );
  const spreadable: { name: string; on: string }[] = [];
  const one = (type: string, depth: number): string => {
    const kind = pick([
      'field',
      ...(depth > 0 ? ['field', 'field', 'inline', 'bare', 'spread'] : []),
    ]);
    const others = overlapping(type);
    const fragments = spreadable.filter(({ on }) => others.includes(on));
    if (kind === 'spread' && fragments.length > 0) {
      return `...${pick(fragments).name} ${directive()}`;
    }
    if (kind === 'bare') return `... ${directive()} { ${selections(type, depth - 1)} }`;
    if (kind === 'inline' && others.length > 0) {
      const condition = pick(others);
      return `... on ${condition} ${directive()} { ${selections(condition, depth - 1)} }`;
    }
    const owner = schema.getType(type);
    const fields =
      isObjectType(owner) || isInterfaceType(owner) ? Object.keys(owner.getFields()) : [];
    const choices = fields.filter(
      (field) => depth > 0 || isLeafType(resultOf(schema, type, field)),
    );
    if (choices.length === 0) return '__typename';
    const name = pick(choices);
    // A key always means the same field with the same arguments.
    if (name === 'name' && pick([true, false])) return `loud: name(loud: $v) ${directive()}`;
    const result = resultOf(schema, type, name);
    const below = isCompositeType(result) ? `{ ${selections(result.name, depth - 1)} }` : '';
    return `${pick(['', `${name}2: `])}${name} ${directive()} ${below}`;
  };
  const selections = (type: string, depth: number): string =>
    Array.from({ length: pick([1, 2, 3]) }, () => one(type, depth)).join(' ');
  const fragments = ['F2', 'F1', 'F0'].map((name) => {
    const on = pick(conditions);
    const text = `fragment ${name} on ${on} { ${selections(on, 2)} }`;
    spreadable.push({ name, on });
    return text;
  });
  return `query ($v: Boolean!, $w: Boolean!) { ${selections('Query', 4)} } ${fragments.join(' ')}`;
}

interface Value {
  __typename: string;
  n: number;
}

/** What the field of an object is, by arithmetic: always the same, of any type that it may be. */
function valueOf(schema: GraphQLSchema, parent: Value, type: GraphQLObjectType, field: string) {
  const definition = type.getFields()[field];
  if (!definition) throw new Error(`${type.name}.${field}`);
  const n =
    (parent.n * 31 + [...field].reduce((sum, letter) => sum + letter.charCodeAt(0), 7)) % 9973;
  const result = getNamedType(definition.type);
  if (n % 11 === 0) return null;
  if (!isCompositeType(result))
    return result.name === 'Level' ? ['LOW', 'HIGH'][n % 2] : `${field} of ${n}`;
  const names = possibleTypes(schema, result).map(({ name }) => name);
  const one = (m: number): Value => ({ __typename: names[m % names.length] ?? '', n: m });
  return isListType(definition.type) ? [one(n), one(n + 1), one(n + 2)] : one(n);
}

const ROOT: Value = { __typename: 'Query', n: 3 };

/** A field, or selections, with the type that they are written on. */
interface Written {
  node: FieldNode;
  on: string;
}
interface Placed {
  set: SelectionSetNode;
  on: string;
}

/** Executes an operation as it says, object by object, leaving out what `isRefused`. Slow and plain. */
class Reference {
  readonly fragments = new Map<string, FragmentDefinitionNode>();
  readonly operation: OperationDefinitionNode;

  constructor(
    readonly schema: GraphQLSchema,
    document: DocumentNode,
    readonly variables: Record<string, boolean>,
    readonly isRefused: (written: Written, object: string) => boolean,
  ) {
    for (const definition of document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION)
        this.fragments.set(definition.name.value, definition);
    }
    [this.operation] = document.definitions as [OperationDefinitionNode];
  }

  data(): Record<string, unknown> {
    return this.#object([{ set: this.operation.selectionSet, on: 'Query' }], ROOT);
  }

  /** Every path at which an object of any type that the schema allows would be refused a field. */
  refusedPaths(): Set<string> {
    const paths = new Set<string>();
    const walk = (placed: Placed, object: GraphQLObjectType, path: string): void => {
      for (const [key, written] of this.#collect([placed], object.name)) {
        for (const each of written) {
          const { node } = each;
          const here = path ? `${path}.${key}` : key;
          if (this.isRefused(each, object.name)) {
            paths.add(here);
            continue;
          }
          if (!node.selectionSet) continue;
          const below = { set: node.selectionSet, on: this.#resultOf(each) };
          const result = resultOf(this.schema, object.name, node.name.value);
          for (const type of possibleTypes(this.schema, result)) walk(below, type, here);
        }
      }
    };
    const root = this.schema.getQueryType();
    if (root) walk({ set: this.operation.selectionSet, on: 'Query' }, root, '');
    return paths;
  }

  #object(sets: Placed[], parent: Value): Record<string, unknown> {
    const type = this.schema.getType(parent.__typename) as GraphQLObjectType;
    const result: Record<string, unknown> = {};
    for (const [key, written] of this.#collect(sets, type.name)) {
      const allowed = written.filter((each) => !this.isRefused(each, type.name));
      const [first] = allowed;
      if (!first) continue;
      const name = first.node.name.value;
      if (name === '__typename') {
        result[key] = type.name;
        continue;
      }
      const below = allowed.flatMap((each) =>
        each.node.selectionSet ? [{ set: each.node.selectionSet, on: this.#resultOf(each) }] : [],
      );
      const complete = (value: unknown): unknown => {
        if (Array.isArray(value)) return value.map(complete);
        return below.length === 0 || value === null ? value : this.#object(below, value as Value);
      };
      result[key] = complete(valueOf(this.schema, parent, type, name));
    }
    return result;
  }

  #collect(sets: Placed[], object: string): Map<string, Written[]> {
    const fields = new Map<string, Written[]>();
    for (const { set, on } of sets) {
      for (const node of set.selections) {
        const isOut = (node.directives ?? []).some(({ name, arguments: [argument] = [] }) => {
          const value =
            argument?.value.kind === Kind.VARIABLE
              ? this.variables[argument.value.name.value]
              : argument?.value.kind === Kind.BOOLEAN && argument.value.value;
          return value === (name.value === 'skip');
        });
        if (isOut) continue;
        if (node.kind === Kind.FIELD) {
          const key = node.alias?.value ?? node.name.value;
          fields.set(key, [...(fields.get(key) ?? []), { node, on }]);
          continue;
        }
        const fragment =
          node.kind === Kind.INLINE_FRAGMENT ? node : this.fragments.get(node.name.value);
        if (!fragment) throw new Error('no fragment');
        const condition = fragment.typeCondition?.name.value ?? on;
        const types = possibleTypes(this.schema, this.schema.getType(condition));
        if (!types.some(({ name }) => name === object)) continue;
        const placed = { set: fragment.selectionSet, on: condition };
        for (const [key, written] of this.#collect([placed], object)) {
          fields.set(key, [...(fields.get(key) ?? []), ...written]);
        }
      }
    }
    return fields;
  }

  #resultOf({ node, on }: Written): string {
    return resultOf(this.schema, on, node.name.value)?.name ?? '';
  }
}

/** `data` without each `__typename` that its like does not have. */
function withoutAdded(data: unknown, like: unknown): unknown {
  if (Array.isArray(data)) return data.map((item, at) => withoutAdded(item, Object(like)[at]));
  if (typeof data !== 'object' || data === null) return data;
  const other = Object(like) as Record<string, unknown>;
  const kept = Object.entries(data).filter(([key]) => key !== '__typename' || key in other);
  return Object.fromEntries(kept.map(([key, value]) => [key, withoutAdded(value, other[key])]));
}

function execute(
  schema: GraphQLSchema,
  document: DocumentNode,
  variableValues: Record<string, boolean>,
  read: string[],
) {
  const { data, errors } = executeSync({
    schema,
    document,
    variableValues,
    rootValue: ROOT,
    fieldResolver(parent: Value, _arguments, _context, { parentType, fieldName }) {
      read.push(`${parentType.name}.${fieldName}`);
      return valueOf(schema, parent, parentType, fieldName);
    },
  });
  expect(errors).toBeUndefined();
  return JSON.parse(JSON.stringify(data)) as Record<string, unknown>;
}

it('whatever the operation, the rules and the caller: nothing refused is read, nothing allowed is lost', () => {
  let refusedSome = 0;
  fc.assert(
    fc.property(fc.gen(), (g) => {
      const pick: Pick = (from) => g(fc.constantFrom, ...from);
      const flag = () => pick([true, false]);
      const rules: Rules = new Map();
      const supergraph = protectedBy(rules, pick);
      const schema = buildASTSchema(supergraph);
      const document = parse(randomSource(schema, pick));
      expect(validate(schema, document, VALID_BUT_UNUSED)).toEqual([]);
      const variables = { v: flag(), w: flag() };

      const authenticated = flag();
      const [hasScopes, hasPolicies] = [flag(), flag()];
      const caller: Caller = {
        authenticated,
        scopes: hasScopes ? pick([['s'], ['u', 't']]) : pick([[], ['t']]),
        policies: hasPolicies ? ['p', 'q', 'r'] : pick([[], ['p'], ['q', 'r']]),
      };
      const holds = [authenticated, authenticated && hasScopes, hasPolicies];
      const demands = (coordinate: string) => !(holds[rules.get(coordinate) ?? -1] ?? true);
      const protects = (type: string, field: string) =>
        demands(type) ||
        demands(`${type}.${field}`) ||
        demands(resultOf(schema, type, field)?.name ?? '');
      const isRefused = ({ node, on }: Written, object: string) =>
        node.name.value !== '__typename' &&
        (protects(on, node.name.value) || protects(object, node.name.value));

      // The reference says what graphql-js says, as long as nothing is refused.
      const everything = execute(schema, document, variables, []);
      expect(new Reference(schema, document, variables, () => false).data()).toEqual(everything);

      const reference = new Reference(schema, document, variables, (written, object) => {
        const refused = isRefused(written, object);
        if (permitted) expect(permitted.refusesNode(object, written.node)).toBe(refused);
        return refused;
      });
      const permitted = createPolicies(supergraph, schema)?.apply(
        reference.operation,
        reference.fragments,
        caller,
      );
      if (!permitted) return expect(rules.size).toBe(0);
      const expected = reference.data();
      const paths = reference.refusedPaths();
      if (paths.size > 0) refusedSome += 1;
      const told = refusalsUnder(permitted.refusals, variables).map(({ path }) => path?.join('.'));
      expect(told).toHaveLength(new Set(told).size);
      if (permitted.refusals.length < 100) expect(new Set(told)).toEqual(paths);

      if (!permitted.operation) return expect(expected).toEqual({});
      const left: DocumentNode = {
        kind: Kind.DOCUMENT,
        definitions: [permitted.operation, ...permitted.fragments.values()],
      };
      expect(validate(schema, parse(print(left)))).toEqual([]);
      const read: string[] = [];
      const data = execute(schema, left, variables, read);
      expect(
        read.filter((coordinate) => protects(...(coordinate.split('.') as [string, string]))),
      ).toEqual([]);
      expect(withoutAdded(data, expected)).toEqual(expected);
    }),
    { numRuns: 100 },
  );
  expect(refusedSome).toBeGreaterThan(10);
});
