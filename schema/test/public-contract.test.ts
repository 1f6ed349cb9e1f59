import { buildSchema, validateSchema } from 'graphql';
import { compose } from '../compose/index.js';
import { changed, homes, people, room } from './rooms.js';

const PUBLIC = '@tag(name: "public")';

/** The public contract of one room with these types. */
function publicOf(types: string): { sdl: string; hidden: Record<string, string> } {
  const { publicSdl, hidden } = compose([room('homes', types)]);
  const sdl = publicSdl ?? '';
  if (publicSdl) expect(validateSchema(buildSchema(sdl))).toEqual([]);
  return { sdl, hidden: Object.fromEntries(hidden.map((item) => [item.coordinate, item.reason])) };
}

test('integrators see tagged fields with their descriptions and nothing else', () => {
  const { publicSdl } = compose([homes, people]);
  expect(publicSdl).toBe(`"""How a home is let."""
enum Category {
  """In a house with others."""
  FLAT

  """Stands alone."""
  HOUSE
}

"""A place to live."""
type Home {
  """How it is let."""
  category: Category!

  """As on the door."""
  code: String!

  """Prefix and base32."""
  id: ID!
}

"""What may be read."""
type Query {
  """One home, or null."""
  home(
    """Its id."""
    id: ID!
  ): Home
}
`);
});

test('there is no public contract while no query is tagged', () => {
  const untagged = changed(
    homes,
    `home("Its id." id: ID!): Home ${PUBLIC}`,
    'home("Its id." id: ID!): Home',
  );
  expect(compose([untagged]).publicSdl).toBeUndefined();
});

test('a type that only untagged fields reach does not appear, tagged or not', () => {
  const { sdl } = publicOf(`
    type Query { home: Home ${PUBLIC} secret: Secret }
    type Home { id: ID! ${PUBLIC} secret: Secret }
    type Secret ${PUBLIC} { id: ID! ${PUBLIC} }
  `);
  expect(sdl).not.toContain('Secret');
});

test('a tag on an object alone publishes none of its fields', () => {
  const { sdl, hidden } = publicOf(`
    type Query { home: Home ${PUBLIC} version: Int ${PUBLIC} }
    type Home ${PUBLIC} { id: ID! }
  `);
  expect(sdl).not.toContain('Home');
  expect(hidden['Query.home']).toContain('Home has nothing public');
});

test('removals go on until nothing refers to what is gone', () => {
  const { sdl, hidden } = publicOf(`
    type Query { a: A ${PUBLIC} version: Int ${PUBLIC} }
    type A { b: B ${PUBLIC} }
    type B { c: C ${PUBLIC} }
    type C { id: ID }
  `);
  expect(sdl).toBe('type Query {\n  version: Int\n}\n');
  expect(Object.keys(hidden)).toEqual(['Query.a']);
});

test('a union keeps its public members; one without any takes its fields with it', () => {
  const { sdl } = publicOf(`
    type Query { found: Found ${PUBLIC} lost: Lost ${PUBLIC} }
    union Found = Shown | Hidden
    union Lost = Hidden
    type Shown { id: ID ${PUBLIC} }
    type Hidden { id: ID }
  `);
  expect(sdl).toContain('union Found = Shown\n');
  expect(sdl).not.toMatch(/Lost|Hidden/);
});

test('an implementer that keeps an interface field private no longer implements it', () => {
  const { sdl } = publicOf(`
    type Query { place: Place ${PUBLIC} yard: Yard ${PUBLIC} }
    interface Place { code: String ${PUBLIC} }
    type Home implements Place { code: String ${PUBLIC} remark: String }
    type Yard implements Place { code: String size: Int ${PUBLIC} }
  `);
  expect(sdl).toContain('type Home implements Place {\n  code: String\n}');
  expect(sdl).toContain('type Yard {\n  size: Int\n}');
});

test('an interface that is only implemented brings no other implementer along', () => {
  const { sdl } = publicOf(`
    type Query { home: Home ${PUBLIC} }
    interface Place { code: String ${PUBLIC} }
    type Home implements Place { code: String ${PUBLIC} }
    type Vault implements Place { code: String ${PUBLIC} }
  `);
  expect(sdl).toContain('type Home implements Place');
  expect(sdl).not.toContain('Vault');
});

test('an interface of which no public type is left takes its fields with it', () => {
  const { sdl } = publicOf(`
    type Query { place: Place ${PUBLIC} version: Int ${PUBLIC} }
    interface Place { code: String ${PUBLIC} }
    type Vault implements Place { code: String }
  `);
  expect(sdl).not.toContain('Place');
});

test('interfaces of interfaces stay consistent when a parent is dropped', () => {
  const { sdl } = publicOf(`
    type Query { named: Named ${PUBLIC} place: Place ${PUBLIC} }
    interface Named { name: String ${PUBLIC} }
    interface Place implements Named { name: String code: String ${PUBLIC} }
    type Home implements Place & Named { name: String ${PUBLIC} code: String ${PUBLIC} }
  `);
  expect(sdl).toContain('type Home implements Named & Place');
  expect(sdl).toContain('interface Place {\n  code: String\n}');
});

test('arguments follow their field until one of them is tagged', () => {
  const { sdl } = publicOf(`
    type Query {
      all(first: Int, after: String): Int ${PUBLIC}
      some(first: Int ${PUBLIC}, debug: Boolean): Int ${PUBLIC}
    }
  `);
  expect(sdl).toContain('all(after: String, first: Int): Int');
  expect(sdl).toContain('some(first: Int): Int');
});

test('a field that needs a private argument goes, and says so', () => {
  const { sdl, hidden } = publicOf(`
    type Query {
      version: Int ${PUBLIC}
      some(first: Int ${PUBLIC}, key: ID!): Int ${PUBLIC}
    }
  `);
  expect(sdl).not.toContain('some');
  expect(hidden['Query.some']).toContain('required argument key is not public');
});

test('inputs and enums are public by the tag of their type, or show their tagged members only', () => {
  const { sdl } = publicOf(`
    type Query { homes(filter: Filter, sort: Sort, page: Page): Int ${PUBLIC} }
    input Filter { code: String ${PUBLIC} ownerName: String }
    input Unused ${PUBLIC} { code: String }
    input Page ${PUBLIC} { first: Int after: String }
    enum Sort { CODE ${PUBLIC} PROFIT }
  `);
  expect(sdl).toContain('input Filter {\n  code: String\n}');
  expect(sdl).toContain('input Page {\n  after: String\n  first: Int\n}');
  expect(sdl).toContain('enum Sort {\n  CODE\n}');
  expect(sdl).not.toContain('Unused');
});

test('a private enum takes the fields that return it with it', () => {
  const { sdl, hidden } = publicOf(`
    type Query { version: Int ${PUBLIC} mood: Mood ${PUBLIC} all(mood: Mood): Int ${PUBLIC} }
    enum Mood { GOOD }
  `);
  expect(sdl).toBe('type Query {\n  all: Int\n  version: Int\n}\n');
  expect(hidden['Query.mood']).toContain('Mood has nothing public');
});

test('an input that lost a required field takes with it the fields that require it', () => {
  const { sdl, hidden } = publicOf(`
    type Query { version: Int ${PUBLIC} }
    type Mutation { register(input: Register!): Int ${PUBLIC} }
    input Register { code: String ${PUBLIC} secret: String! }
  `);
  expect(sdl).not.toMatch(/Register|Mutation/);
  expect(hidden['Mutation.register']).toContain('required argument input is not public');
});

test('what is inaccessible stays out although it is tagged', () => {
  const { sdl } = publicOf(`
    type Query { version: Int ${PUBLIC} system: Int ${PUBLIC} @inaccessible }
  `);
  expect(sdl).toBe('type Query {\n  version: Int\n}\n');
});
