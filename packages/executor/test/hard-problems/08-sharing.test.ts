import { httpSubgraph } from '../../src/index.js';
import type { HttpSubgraphOptions, SubgraphCall } from '../../src/index.js';
import { Graph } from '../support/graph.js';
import { ask, start } from '../support/ours.js';
import { serve, until } from '../support/server.js';

interface Context {
  readonly user: string;
}

const QUERY = { query: '{ who }', variables: { a: 1 } };

const open = new Set<{ close(): Promise<void> }>();
afterEach(async () => {
  await Promise.all([...open].map((subgraph) => subgraph.close()));
  open.clear();
});

function subgraphAt(url: string, options: Partial<HttpSubgraphOptions<Context>> = {}) {
  const subgraph = httpSubgraph<Context>({
    name: 'one',
    url,
    headers: ({ context }) => ({ authorization: context.user }),
    ...options,
  });
  open.add(subgraph);
  return subgraph;
}

const callOf = (
  user: string,
  more: Partial<SubgraphCall<Context>> = {},
): SubgraphCall<Context> => ({ context: { user }, kind: 'query', ...more });

/** A server that says who asks once it is let go. */
async function slow() {
  const gate = Promise.withResolvers<void>();
  const server = await serve(async ({ headers }) => {
    await gate.promise;
    return { data: { who: { name: headers.authorization } } };
  });
  return { ...server, release: gate.resolve };
}

test('equal queries under way are sent once, and answered to each', async () => {
  const { url, received, release } = await slow();
  const subgraph = subgraphAt(url);
  const answers = Promise.all([1, 2, 3].map(() => subgraph.execute(QUERY, callOf('ada'))));
  await until('asked', () => received.length > 0);
  release();
  expect(await answers).toEqual([1, 2, 3].map(() => ({ data: { who: { name: 'ada' } } })));
  expect(received).toHaveLength(1);
});

test('nobody gets the answer to another identity', async () => {
  const { url, received, release } = await slow();
  const subgraph = subgraphAt(url);
  const users = ['ada', 'bob', 'ada', 'eve', 'bob'];
  const answers = Promise.all(users.map((user) => subgraph.execute(QUERY, callOf(user))));
  await until('asked', () => received.length === 3);
  release();
  expect((await answers).map(({ data }: any) => data.who.name)).toEqual(users);
});

test('header names and values cannot be arranged to look like those of another', async () => {
  const { url, received, release } = await slow();
  const headers = ({ context }: SubgraphCall<Context>) => JSON.parse(context.user);
  const subgraph = subgraphAt(url, { headers });
  const tricks = [{ a: '1', b: '2' }, { a: '1,b:2' }, { b: '1', a: '2' }, { ab: '12' }, {}];
  const answers = tricks.map((trick) => subgraph.execute(QUERY, callOf(JSON.stringify(trick))));
  // The same headers in another order are the same.
  answers.push(subgraph.execute(QUERY, callOf('{"b":"2","a":"1"}')));
  await until('asked', () => received.length === tricks.length);
  release();
  await Promise.all(answers);
  expect(received).toHaveLength(tricks.length);
});

test('other variables or another query are another request', async () => {
  const { url, received, release } = await slow();
  const subgraph = subgraphAt(url);
  const answers = [
    subgraph.execute(QUERY, callOf('ada')),
    subgraph.execute({ ...QUERY, variables: { a: '1' } }, callOf('ada')),
    subgraph.execute({ ...QUERY, query: '{who}' }, callOf('ada')),
  ];
  await until('asked', () => received.length === 3);
  release();
  await Promise.all(answers);
});

test('mutations are never shared', async () => {
  const { url, received, release } = await slow();
  const subgraph = subgraphAt(url);
  const answers = [1, 2].map(() => subgraph.execute(QUERY, callOf('ada', { kind: 'mutation' })));
  await until('asked', () => received.length === 2);
  release();
  await Promise.all(answers);
});

test('one that leaves does not end it for the others; when all have left, it ends', async () => {
  const { url, received, release } = await slow();
  const subgraph = subgraphAt(url);
  const [first, second] = [new AbortController(), new AbortController()];
  const left = subgraph.execute(QUERY, callOf('ada', { signal: first.signal }));
  const stays = subgraph.execute(QUERY, callOf('ada', { signal: second.signal }));
  await until('asked', () => received.length === 1);
  first.abort();
  await expect(left).rejects.toThrow();
  release();
  expect(await stays).toEqual({ data: { who: { name: 'ada' } } });
});

test('the request is given up when the last of them leaves, and the next one is a new one', async () => {
  let gone = 0;
  const { url, received } = await serve(
    (_, response) =>
      new Promise<undefined>((resolve) => {
        response.on('close', () => {
          gone += 1;
          resolve(undefined);
        });
      }),
  );
  const subgraph = subgraphAt(url);
  for (const round of [1, 2]) {
    const controllers = [new AbortController(), new AbortController()];
    const answers = controllers.map(({ signal }) =>
      subgraph.execute(QUERY, callOf('ada', { signal })),
    );
    const settled = Promise.allSettled(answers);
    await until('asked', () => received.length === round);
    for (const controller of controllers) controller.abort();
    for (const { status } of await settled) expect(status).toBe('rejected');
    await until('given up', () => gone === round);
  }
});

test('who joins after everybody left is not given up on', async () => {
  const { url, received, release } = await slow();
  const subgraph = subgraphAt(url);
  const controller = new AbortController();
  const left = subgraph.execute(QUERY, callOf('ada', { signal: controller.signal }));
  await until('asked', () => received.length === 1);
  controller.abort();
  const next = subgraph.execute(QUERY, callOf('ada'));
  await expect(left).rejects.toThrow();
  await until('asked again', () => received.length === 2);
  release();
  expect(await next).toEqual({ data: { who: { name: 'ada' } } });
});

test('what one does to its answer, nobody else sees', async () => {
  const { url, received, release } = await slow();
  const subgraph = subgraphAt(url);
  const answers = [1, 2].map(() => subgraph.execute(QUERY, callOf('ada')));
  await until('asked', () => received.length === 1);
  release();
  const [mine, theirs] = (await Promise.all(answers)) as [any, any];
  mine.data.who.name = 'changed';
  expect(theirs.data.who.name).toBe('ada');
});

test('a failure is not kept for those that come later', async () => {
  let isBroken = true;
  const { url } = await serve((_, response) => {
    if (!isBroken) return { data: { who: 1 } };
    response.statusCode = 500;
    response.end('broken');
    return undefined;
  });
  const subgraph = subgraphAt(url);
  await expect(subgraph.execute(QUERY, callOf('ada'))).rejects.toThrow();
  isBroken = false;
  expect(await subgraph.execute(QUERY, callOf('ada'))).toEqual({ data: { who: 1 } });
});

test('one entity at many places of an answer: what is added at one is not seen at the others', async () => {
  // Both paths lead to one entity, of which the second asks for more inside one of its values.
  const graph = Graph.of({
    pages: {
      typeDefs: `
        type Query { left: Page right: Page }
        type Page @key(fields: "id") { id: ID! }
      `,
      resolvers: { Query: { left: () => ({ id: 'p' }), right: () => ({ id: 'p' }) } },
    },
    texts: {
      typeDefs: `
        type Page @key(fields: "id") { id: ID! text(language: String): Text related: [Page!] }
        type Text @key(fields: "id") { id: ID! body: String }
      `,
      resolvers: {
        Page: {
          __resolveReference: ({ id }: any) => ({ id }),
          text: (_: unknown, { language = 'en' }: any) => ({ id: language, body: language }),
          related: () => [{ id: 'p' }, { id: 'q' }],
        },
        Text: { __resolveReference: ({ id }: any) => ({ id, body: id }) },
      },
    },
    notes: {
      typeDefs: `type Text @key(fields: "id") { id: ID! notes: [String!] stars: Int }
        type Page @key(fields: "id") { id: ID! rank: Int }`,
      resolvers: {
        Text: { __resolveReference: ({ id }: any) => ({ id, notes: [`on ${id}`], stars: 5 }) },
        Page: { __resolveReference: ({ id }: any) => ({ id, rank: id === 'p' ? 1 : 2 }) },
      },
    },
  });
  const executor = await start(graph);
  const answer = await ask(
    executor,
    `{
      left { text { id notes } related { id rank related { id } } }
      right { text { id body stars } related { id related { rank text { stars } } } }
    }`,
  );
  const page = (rank: number) => ({ rank, text: { stars: 5 } });
  expect(answer).toEqual({
    data: {
      left: {
        text: { id: 'en', notes: ['on en'] },
        related: [
          { id: 'p', rank: 1, related: [{ id: 'p' }, { id: 'q' }] },
          { id: 'q', rank: 2, related: [{ id: 'p' }, { id: 'q' }] },
        ],
      },
      right: {
        text: { id: 'en', body: 'en', stars: 5 },
        related: [
          { id: 'p', related: [page(1), page(2)] },
          { id: 'q', related: [page(1), page(2)] },
        ],
      },
    },
  });
});

test('two answers to one operation share nothing', async () => {
  const graph = Graph.of({
    one: {
      typeDefs: 'scalar Json type Query { box: Box json: Json } type Box { items: [Int!] }',
      resolvers: { Query: { box: () => ({ items: [1, 2] }), json: () => ({ deep: [1] }) } },
    },
  });
  const executor = await start(graph);
  const query = '{ box { items } json }';
  const [first, second] = await Promise.all([ask(executor, query), ask(executor, query)]);
  first.data.box.items.push(3);
  first.data.json.deep.push(3);
  expect(second.data).toEqual({ box: { items: [1, 2] }, json: { deep: [1] } });
  expect((await ask(executor, query)).data).toEqual({
    box: { items: [1, 2] },
    json: { deep: [1] },
  });
});
