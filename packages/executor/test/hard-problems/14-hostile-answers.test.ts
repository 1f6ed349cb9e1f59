import { httpSubgraph } from '../../src/index.js';
import { Graph } from '../support/graph.js';
import { ask, paths, start } from '../support/ours.js';
import { serve } from '../support/server.js';
import { shop } from '../support/shop.js';

/** What a subgraph sent, as it is read: in JSON a key may be anything. */
const read = (json: string): any => JSON.parse(json);

const QUERY = '{ me { name reviews { body product { name price } } } }';

afterEach(() => {
  expect(({} as any).polluted).toBeUndefined();
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(Object.getPrototypeOf([]).polluted).toBeUndefined();
});

test.each([
  '{"__proto__":{"polluted":1},"me":{"__typename":"User","id":"u1","name":"Ada"}}',
  '{"me":{"__proto__":{"polluted":1},"__typename":"User","id":"u1","name":"Ada"}}',
  '{"me":{"constructor":{"prototype":{"polluted":1}},"__typename":"User","id":"u1","name":"Ada"}}',
])('keys that mean something to JavaScript are only keys: %s', async (data) => {
  const graph = shop();
  graph.faults.set('accounts', () => ({ data: read(data) }));
  const answer = await ask(await start(graph), QUERY);
  expect(answer.errors).toBeUndefined();
  expect(answer.data.me.name).toBe('Ada');
  expect(answer.data.me.reviews).toHaveLength(2);
});

test('keys that mean something to JavaScript, in entities and in errors', async () => {
  const graph = shop();
  graph.faults.set('products', async (request, call) => {
    const answer = await graph.answer('products', request, call);
    const [key, entities] = Object.entries(answer.data as any)[0] as [string, any[]];
    const evil = `{"__proto__":{"polluted":1},"toString":null,`;
    return read(`{
      "data": {"${key}": [${entities.map((entity) => evil + JSON.stringify(entity).slice(1)).join()}]},
      "errors": [{"message":"m","path":["${key}",0,"price"],"__proto__":{"polluted":1},
        "extensions":{"__proto__":{"polluted":1},"a":1}}]
    }`);
  });
  const answer = await ask(await start(graph), QUERY);
  expect(answer.data.me.reviews[0]).toEqual({
    body: 'bright',
    product: { name: 'Lamp', price: 30 },
  });
  expect(answer.errors).toHaveLength(1);
});

test('aliases that mean something to JavaScript are aliases', async () => {
  const answer = await ask(
    await start(shop()),
    `{
      __proto__: me { constructor: name toString: reviews { __proto__: body valueOf: author { hasOwnProperty: name } } }
      constructor: topProducts { __proto__: name }
    }`,
  );
  expect(JSON.stringify(answer)).toBe(
    '{"data":{' +
      '"__proto__":{"constructor":"Ada","toString":[' +
      '{"__proto__":"bright","valueOf":{"hasOwnProperty":"Ada"}},' +
      '{"__proto__":"flat","valueOf":{"hasOwnProperty":"Ada"}}]},' +
      '"constructor":[{"__proto__":"Lamp"},{"__proto__":"Desk"}]}}',
  );
});

test.each([
  ['a string', '"me"'],
  ['a number', '1'],
  ['a list', '[]'],
  ['true', 'true'],
  ['nothing', 'null'],
])('data that is %s', async (_, data) => {
  const graph = shop();
  graph.faults.set('accounts', () => ({ data: read(data) }));
  const answer = await ask(await start(graph), '{ me { name } topProducts { name } }');
  expect(answer.data).toEqual({ me: null, topProducts: [{ name: 'Lamp' }, { name: 'Desk' }] });
  expect(paths(answer)).toEqual(['["me"]']);
});

test.each(['null', '1', '"x"', '[]', '{"errors":[]}', '{}'])(
  'an answer that is %s',
  async (json) => {
    const graph = shop();
    const executor = await start(graph, {
      subgraph: (name) => ({
        execute: (request, call) =>
          name === 'accounts' ? Promise.resolve(read(json)) : graph.ask(name, request, call),
      }),
    });
    const answer = await ask(executor, '{ me { name } topProducts { name } }');
    expect(answer.data).toEqual({ me: null, topProducts: [{ name: 'Lamp' }, { name: 'Desk' }] });
    expect(paths(answer)).toEqual(['["me"]']);
  },
);

const values: [string, string][] = [
  ['a list where an object belongs', '[{"name":"Ada"}]'],
  ['a string where an object belongs', '"Ada"'],
  ['a number where an object belongs', '0'],
  ['false where an object belongs', 'false'],
];
test.each(values)('%s is null, with an error', async (_, me) => {
  const graph = shop();
  graph.faults.set('accounts', () => ({ data: { me: read(me) } }));
  const answer = await ask(await start(graph), '{ me { name reviews { body } } }');
  expect(answer.data).toEqual({ me: null });
  expect(paths(answer)).toEqual(['["me"]']);
  expect(graph.requests('reviews')).toEqual([]);
});

test('values that do not fit their types are null, each with an error', async () => {
  const graph = Graph.of({
    one: {
      typeDefs: `
        enum Color { RED }
        scalar Json
        type Query {
          int: Int float: Float text: String id: ID flag: Boolean color: Color list: [Int]
          object: Box must: [Int!] json: Json
        }
        type Box { a: Int }
      `,
    },
  });
  const executor = await start(graph);
  const query = '{ int float text id flag color list object { a } must json }';
  const said = async (data: string) => {
    graph.faults.set('one', () => ({ data: read(data) }));
    return ask(executor, query);
  };
  const nothing = { int: null, float: null, text: null, id: null, flag: null };
  const wrong = await said(`{
    "int": 1.5, "float": "1", "text": {"a": 1}, "id": [1], "flag": 1, "color": "BLUE",
    "list": {"0": 1}, "object": [1], "must": ["1"], "json": {"any": [1, null]}
  }`);
  expect(wrong.data).toEqual({
    ...nothing,
    color: null,
    list: null,
    object: null,
    must: null,
    json: { any: [1, null] },
  });
  expect(paths(wrong)).toHaveLength(9);
  const large = await said(
    '{"int": 2147483648, "float": 1e300, "text": "", "id": 5, "flag": false, "color": "RED", "list": [null, 1], "object": {"a": null}, "must": [], "json": false}',
  );
  expect(large.data).toEqual({
    int: null,
    float: 1e300,
    text: '',
    id: '5',
    flag: false,
    color: 'RED',
    list: [null, 1],
    object: { a: null },
    must: [],
    json: false,
  });
  expect(paths(large)).toEqual(['["int"]']);
});

test.each([
  ['no list', '{"a":1}'],
  ['a string', '"x"'],
  ['too short', '[]'],
  ['too long', '[null,null,null,null,null]'],
  ['of lists', '[[],[]]'],
  ['of numbers', '[1,2]'],
])('entities that are %s', async (_, entities) => {
  const graph = shop();
  graph.faults.set('products', (request) => ({
    data: { [/(\w+):_entities/.exec(request.query)?.[1] ?? '_entities']: read(entities) },
  }));
  const answer = await ask(await start(graph), QUERY);
  expect(answer.data.me).toEqual({
    name: 'Ada',
    reviews: [
      { body: 'bright', product: null },
      { body: 'flat', product: null },
    ],
  });
  // Whether or not the price, of which nothing is left to be seen, has an error of its own.
  for (const index of [0, 1]) {
    expect(paths(answer)).toContain(`["me","reviews",${index},"product","name"]`);
  }
  expect(new Set(paths(answer)).size).toBe(answer.errors?.length);
});

test('entities in the wrong type do not become the right one', async () => {
  const graph = shop();
  graph.faults.set('products', (request) => ({
    data: {
      [/(\w+):_entities/.exec(request.query)?.[1] ?? '_entities']: [
        { __typename: 'User', name: 'Mallory', price: 'free', extra: 1 },
        { __typename: 7, name: ['Desk'], price: 1 },
      ],
    },
  }));
  const answer = await ask(await start(graph), QUERY);
  // A name is a name whoever says it; what is no Int is none, and what is no text is none.
  expect(JSON.stringify(answer.data)).not.toMatch(/free|extra/);
  expect(answer.data.me.reviews[1]).toEqual({ body: 'flat', product: null });
});

test('the name of a type that is none, or no name', async () => {
  for (const typeName of ['"Nobody"', '7', 'null', '["Product"]', '{"a":1}', '"__proto__"']) {
    const graph = Graph.of({
      one: {
        typeDefs: `
          type Query { any: Any node: Node }
          union Any = A | B
          interface Node { id: ID }
          type A implements Node { id: ID }
          type B { b: Int }
        `,
      },
    });
    graph.faults.set('one', () => ({
      data: read(
        `{"any":{"__typename":${typeName},"id":"1"},"node":{"__typename":${typeName},"id":"1"}}`,
      ),
    }));
    const answer = await ask(
      await start(graph),
      '{ any { ... on A { id } } node { __typename id ... on A { a: id } } }',
    );
    expect(answer.data).toEqual({ any: null, node: null });
    expect(paths(answer)).toEqual(['["any"]', '["node"]']);
  }
});

test('a type that is one, but not where it stands', async () => {
  const graph = shop();
  graph.faults.set('accounts', () => ({
    data: { me: { __typename: 'Product', id: 'p1', name: 'Ada' } },
  }));
  const answer = await ask(await start(graph), '{ me { __typename id name } }');
  // `me` is a User by the schema, whatever it is called.
  expect(answer.data.me?.__typename ?? 'User').toBe('User');
});

test('what was not asked for does not come through', async () => {
  const graph = shop();
  graph.faults.set('accounts', () => ({
    data: { me: { __typename: 'User', id: 'u1', name: 'Ada', password: 'secret' }, users: [] },
  }));
  const answer = await ask(await start(graph), '{ me { name } }');
  expect(answer).toEqual({ data: { me: { name: 'Ada' } } });
});

test.each([
  'null',
  '"x"',
  '{}',
  '[]',
  '[null]',
  '[1,"x",[]]',
  '[{"message":5}]',
  '[{"message":"m","path":"me"}]',
  '[{"message":"m","path":[null,{}]}]',
  '[{"message":"m","path":["_entities",99,"x"]}]',
  '[{"message":"m","path":["_entities",-1]}]',
  '[{"message":"m","path":["__proto__","x"]}]',
  '[{"message":"m","path":["me","reviews",0,"nowhere"]}]',
  '[{"message":"m","extensions":"x","locations":5}]',
])('errors that are %s are never in the way of the data', async (errors) => {
  const graph = shop();
  graph.faults.set('reviews', async (request, call) => ({
    ...(await graph.answer('reviews', request, call)),
    errors: read(errors),
  }));
  const answer = await ask(await start(graph), QUERY);
  expect(answer.data.me.reviews).toEqual([
    { body: 'bright', product: { name: 'Lamp', price: 30 } },
    { body: 'flat', product: { name: 'Desk', price: null } },
  ]);
  for (const { message, path } of answer.errors ?? []) {
    expect(typeof message).toBe('string');
    for (const segment of path ?? []) expect(['string', 'number']).toContain(typeof segment);
  }
});

test('ten thousand errors are not passed on', async () => {
  const graph = shop();
  graph.faults.set('accounts', () => ({
    data: null,
    errors: Array.from({ length: 10_000 }, (_, index) => ({
      message: 'x'.repeat(100_000),
      path: ['me', String(index)],
    })),
  }));
  const answer = await ask(await start(graph), '{ me { name } }');
  expect(answer.data).toEqual({ me: null });
  expect(answer.errors?.length).toBeGreaterThan(0);
  expect(JSON.stringify(answer).length).toBeLessThan(1_000_000);
});

test('an answer of very many levels or items is shaped, not a crash', async () => {
  const graph = shop();
  const levels = 50_000;
  const nested = `${'['.repeat(levels)}${']'.repeat(levels)}`;
  graph.faults.set('accounts', () => ({ data: read(`{"me":{"name":"Ada","email":${nested}}}`) }));
  const deep = await ask(await start(graph), '{ me { name email } }');
  expect(deep.data).toEqual({ me: { name: 'Ada', email: null } });
  graph.faults.set('products', () => ({
    data: { topProducts: Array.from({ length: 100_000 }, () => ({ name: 'x' })) },
  }));
  const wide = await ask(await start(graph), '{ topProducts { name } }');
  expect(wide.data.topProducts).toHaveLength(100_000);
});

describe('over HTTP', () => {
  const REQUEST = { query: '{ a }', variables: {} };
  const CALL = { context: {}, kind: 'query' } as const;

  async function answered(status: number, body: string, type = 'application/json') {
    const { url } = await serve((_, response) => {
      response.writeHead(status, { 'content-type': type });
      response.end(body);
      return undefined;
    });
    const subgraph = httpSubgraph({ name: 'one', url, maxBytes: 1_000 });
    return subgraph.execute(REQUEST, CALL).finally(() => subgraph.close());
  }

  test.each(['', '{', '<html>', '[]', 'null', '"x"', '{"a":1}', '{"data":{}} trailing'])(
    'a body that is no answer is an outage: %s',
    async (body) => {
      await expect(answered(200, body)).rejects.toThrow();
    },
  );

  test('an answer is an answer with whatever status', async () => {
    const body = '{"errors":[{"message":"no"}]}';
    expect(await answered(400, body)).toEqual({ errors: [{ message: 'no' }] });
    expect(await answered(500, body, 'application/graphql-response+json')).toEqual({
      errors: [{ message: 'no' }],
    });
    await expect(answered(502, 'Bad Gateway', 'text/html')).rejects.toThrow();
  });

  test('a body that is too large is not read to its end', async () => {
    await expect(answered(200, JSON.stringify({ data: 'x'.repeat(2_000) }))).rejects.toThrow();
    let sent = 0;
    const { url } = await serve((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const more = () => {
        while (sent < 1e9 && !response.destroyed) {
          sent += 65_536;
          if (!response.write('x'.repeat(65_536))) {
            response.once('drain', more);
            return;
          }
        }
      };
      more();
      return undefined;
    });
    const subgraph = httpSubgraph({ name: 'one', url, maxBytes: 100_000 });
    await expect(subgraph.execute(REQUEST, CALL)).rejects.toThrow();
    await subgraph.close();
    expect(sent).toBeLessThan(1e8);
  });

  test('a connection that closes in the middle of a body is an outage', async () => {
    const { url } = await serve((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
      response.write('{"data":{"a":1}}');
      setTimeout(() => response.destroy(), 5);
      return undefined;
    });
    const subgraph = httpSubgraph({ name: 'one', url });
    await expect(subgraph.execute(REQUEST, CALL)).rejects.toThrow();
    await subgraph.close();
  });

  test('no way out of JSON: keys and text in any encoding', async () => {
    const body = '{"data":{"__proto__":{"polluted":1},"a":"\\ud800 ü \\u0000"}}';
    const answer: any = await answered(200, body);
    expect(answer.data.a).toBe('\ud800 ü \u0000');
  });
});
