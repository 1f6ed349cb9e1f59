import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import { readAccessRules } from './access-rules.js';

const url = (feature: string) => `https://specs.apollo.dev/${feature}`;

function composed(imports: string, sdl: string) {
  const { errors, supergraphSdl } = composeServices([
    {
      name: 'things',
      url: 'http://things',
      typeDefs: parse(
        `extend schema @link(url: "${url('federation/v2.9')}", import: ${imports}) ${sdl}`,
      ),
    },
  ]);
  if (!supergraphSdl) throw new Error(errors?.map(({ message }) => message).join('\n'));
  return readAccessRules(parse(supergraphSdl));
}

const linked = (links: string, sdl = 'type Query { a: Int }') =>
  readAccessRules(parse(`schema ${links} { query: Query } ${sdl}`));

it('reads what composition wrote of types and fields', () => {
  const rules = composed(
    '["@authenticated", "@requiresScopes", "@policy"]',
    `type Query { free: String private: String @authenticated safe: Safe level: Level at: Time }
     type Safe @requiresScopes(scopes: [["a"], ["b", "c"]]) { code: Int @policy(policies: [["p"]]) }
     enum Level @authenticated { LOW }
     scalar Time @authenticated`,
  );
  const demands = (indexes: readonly number[]) => indexes.map((index) => rules.demands[index]);
  const authenticated = [{ kind: 'authenticated' }];
  expect(demands(rules.ofField('Query', 'free'))).toEqual([]);
  expect(demands(rules.ofField('Query', 'private'))).toEqual(authenticated);
  expect(demands(rules.ofType('Level'))).toEqual(authenticated);
  expect(demands(rules.ofType('Time'))).toEqual(authenticated);
  expect(demands(rules.ofType('Safe'))).toEqual([{ kind: 'scopes', anyOf: [['a'], ['b', 'c']] }]);
  expect(demands(rules.ofField('Safe', 'code'))).toEqual([{ kind: 'policies', anyOf: [['p']] }]);
  expect(rules.demands).toHaveLength(3);
});

it('reads the directives under whatever name the supergraph gives them', () => {
  const rules = composed(
    '[{ name: "@authenticated", as: "@signedIn" }]',
    'type Query { a: Int @signedIn }',
  );
  expect(rules.ofField('Query', 'a')).toEqual([0]);
});

it.each([
  ['', 'authenticated'],
  [', as: "auth"', 'auth'],
  [', import: ["@authenticated"]', 'authenticated'],
  [', as: "auth", import: ["@authenticated"]', 'authenticated'],
  [', import: [{ name: "@authenticated" }]', 'authenticated'],
  [', import: [{ name: "@authenticated", as: "@signedIn" }]', 'signedIn'],
])('a link with (…%s) calls it @%s', (says, name) => {
  const link = `@link(url: "${url('authenticated/v0.1')}"${says}, for: SECURITY)`;
  const rules = linked(link, `type Query { a: Int @${name} b: Int @other }`);
  expect(rules.ofField('Query', 'a')).toEqual([0]);
  expect(rules.ofField('Query', 'b')).toEqual([]);
});

it('a link that is renamed itself is still one, on an extension of the schema too', () => {
  const rules = readAccessRules(
    parse(`schema @knot(url: "${url('link/v1.0')}", as: "knot") { query: Query }
      extend schema @knot(url: "${url('policy/v0.1')}", for: SECURITY)
      type Query { a: Int } extend type Query @policy(policies: [["p"]]) { b: Int @policy(policies: [["q"]]) }`),
  );
  expect(rules.ofType('Query')).toEqual([0]);
  expect(rules.ofField('Query', 'b')).toEqual([1]);
});

it('several applications all stand; what is no list of lists lets nobody pass', () => {
  const rules = linked(
    `@link(url: "${url('policy/v0.1')}", for: SECURITY)`,
    `type Query { a: Int @policy(policies: [["p"]]) @policy(policies: [["q"]]) @policy(policies: [["p"]])
       b: Int @policy c: Int @policy(policies: ["r"]) }`,
  );
  const demands = (field: string) =>
    rules.ofField('Query', field).map((index) => rules.demands[index]);
  expect(demands('a')).toEqual([
    { kind: 'policies', anyOf: [['p']] },
    { kind: 'policies', anyOf: [['q']] },
  ]);
  expect(demands('b')).toEqual([{ kind: 'policies', anyOf: [] }]);
  expect(demands('c')).toEqual([{ kind: 'policies', anyOf: [['r']] }]);
});

it('refuses to load a protection that it would not enforce, and names it', () => {
  const foreign = 'https://example.com/seal/v1.0';
  expect(() => linked(`@link(url: "${foreign}", for: SECURITY)`)).toThrow(foreign);
  expect(() => linked(`@core(feature: "${foreign}", for: SECURITY)`)).toThrow(foreign);
  expect(() => linked('@link(for: SECURITY)')).toThrow(/protection/);
  const newer = url('authenticated/v0.2');
  expect(() => linked(`@link(url: "${newer}", for: SECURITY)`)).toThrow(newer);
  expect(() => linked(`@link(url: "${newer}")`)).toThrow(newer);
  expect(linked(`@link(url: "${url('join/v0.5')}", for: EXECUTION)`).demands).toEqual([]);
});
