import { lint } from '../compose/index.js';
import { changed, homes, people, room, rooms } from './rooms.js';

const findings = (types: string): string[] =>
  lint([room('homes', types)], [], '2026-11-21')
    .filter(({ rule }) => rule !== 'descriptions')
    .map(({ coordinate, rule }) => `${coordinate} ${rule}`);

test('rooms that keep the conventions are left alone', () => {
  expect(lint(rooms, [], '2026-11-21')).toEqual([]);
});

test('every kind of element needs a description, from any room that declares it', () => {
  const bare = room(
    'bare',
    `
    type Query { units(first: Int): Unit }
    type Unit { code: String }
    input Filter { code: String }
    enum Sort { CODE }
    scalar Area
    union Any = Unit
    extend type Home { id: ID! }
  `,
  );
  const missing = lint([homes, bare], [], '2026-11-21').filter(
    ({ rule }) => rule === 'descriptions',
  );
  expect(missing.map(({ coordinate }) => coordinate)).toEqual([
    'Any',
    'Area',
    'Filter',
    'Filter.code',
    'Query.units',
    'Query.units(first:)',
    'Sort',
    'Sort.CODE',
    'Unit',
    'Unit.code',
  ]);
  expect(missing[0]).toMatchObject({ rooms: ['bare'] });
});

test('a description that one room lacks and another has is enough', () => {
  const silent = changed(
    people,
    '  "Prefix and base32."\n  id: ID!\n  "Who lives',
    '  id: ID!\n  "Who lives',
  );
  expect(lint([homes, silent], [], '2026-11-21')).toEqual([]);
});

test('fields are nouns in camelCase, booleans questions, enum values in capitals', () => {
  expect(
    findings(`
      type Query { getHome: Int gettingThere: Int Home: Int homes_all: Int }
      type home { paid: Boolean! isPaid: Boolean hasDebt: Boolean }
      input Filter { paid: Boolean }
      enum Sort { byCode BY_CODE }
    `),
  ).toEqual([
    'Query.Home names',
    'Query.getHome names',
    'Query.homes_all names',
    'Sort.byCode names',
    'home names',
    'home.paid names',
  ]);
});

test('a list that can grow is a connection; a bounded one says its bound', () => {
  expect(
    findings(`
      type Query { units: [Unit!]! page(first: Int, after: String): UnitConnection all: UnitConnection }
      type Unit {
        tags: [String!]! moods: [Mood!] entrances: [Unit!]! @listSize(assumedSize: 5)
        parts: [Unit] @federation__listSize(assumedSize: 5)
      }
      type UnitConnection { nodes: [Unit!]! edges: [Unit!]! others: [Unit!]! }
      type ChangeUnitPayload { errors: [Unit!]! units: [Unit!] }
      enum Mood { GOOD }
    `),
  ).toEqual([
    'ChangeUnitPayload.units lists',
    'Query.all lists',
    'Query.units lists',
    'UnitConnection.others lists',
  ]);
});

test('a mutation is a business verb with one input and a payload of its own', () => {
  expect(
    findings(`
      type Mutation {
        retireUnit(input: RetireUnitInput!): RetireUnitPayload
        updateUnit(input: UpdateUnitInput!): UpdateUnitPayload
        moveUnit(id: ID!): MoveUnitPayload
        eraseMyData: EraseMyDataPayload
        shareUnit(input: UnitInput!): Unit
      }
    `),
  ).toEqual([
    'Mutation.moveUnit mutations',
    'Mutation.shareUnit mutations',
    'Mutation.shareUnit mutations',
    'Mutation.updateUnit mutations',
  ]);
});

test('a deprecation without a day is refused', () => {
  expect(
    findings('type Query { a: Int @deprecated b: Int @deprecated(reason: "Use a.") }'),
  ).toEqual(['Query.a deprecations', 'Query.b deprecations']);
});

test('the machinery of federation is not linted', () => {
  expect(
    lint(
      [
        room(
          'homes',
          'union _Entity = Home type Home { "x" a: Int } scalar federation__FieldSet type Query { _entities: Int }',
        ),
      ],
      [],
      '2026-11-21',
    ).map(({ coordinate }) => coordinate),
  ).toEqual(['Home']);
});

test('a tagged field that the public contract cannot show is a finding of its room', () => {
  const [finding] = lint(
    rooms,
    [{ coordinate: 'Query.home', reason: 'its type went' }],
    '2026-11-21',
  );
  expect(finding).toMatchObject({ rule: 'public-contract', rooms: ['homes'] });
});
