import type { Caller } from '../src/index.js';
import { Graph } from './support/graph.js';
import { ask, events, start } from './support/ours.js';

const graph = () =>
  Graph.of({
    people: {
      typeDefs: `
        type Query { me: Person open: String }
        type Mutation { rename(name: String!): Person @authenticated }
        type Subscription { renamed: Person @authenticated moved: Person }
        type Person @key(fields: "id") { id: ID! name: String salary: Int @requiresScopes(scopes: [["pay"]]) }
      `,
      resolvers: {
        Query: { me: () => ({ id: '1', name: 'Ada', salary: 7 }), open: () => 'yes' },
        Mutation: { rename: (_: unknown, { name }: { name: string }) => ({ id: '1', name }) },
      },
    },
    secrets: {
      typeDefs: `type Person @key(fields: "id") { id: ID! secret: String! @authenticated }`,
      resolvers: { Person: { secret: () => 'hush' } },
    },
  });

const NOBODY: Caller = { authenticated: false, scopes: [], policies: [] };
const ADA: Caller = { authenticated: true, scopes: [], policies: [] };
const caller = (context: { caller?: Caller } | undefined) => context?.caller ?? NOBODY;
const told = (answer: { errors?: readonly { path?: unknown; extensions?: object }[] }) =>
  answer.errors?.map(({ path, extensions }) => ({ path, ...extensions }));

it('what the caller may not read is null with an error, and is asked of nobody', async () => {
  const world = graph();
  const executor = await start(world, { caller });
  const answer = await ask(executor, '{ open me { name salary } }', { context: { caller: ADA } });
  expect(answer.data).toEqual({ open: 'yes', me: { name: 'Ada', salary: null } });
  expect(told(answer)).toEqual([{ path: ['me', 'salary'], code: 'FORBIDDEN' }]);
  expect(world.sent.some(({ query }) => query.includes('salary'))).toBe(false);
});

it('a refused field that may not be null nulls what is around it, with its one error', async () => {
  const executor = await start(graph(), { caller });
  const answer = await ask(executor, '{ open me { name secret } }');
  expect(answer.data).toEqual({ open: 'yes', me: null });
  expect(told(answer)).toEqual([{ path: ['me', 'secret'], code: 'UNAUTHENTICATED' }]);
});

it('a write that is refused is not carried out, and that is all that is said', async () => {
  const world = graph();
  const executor = await start(world, { caller });
  const answer = await ask(executor, 'mutation { rename(name: "Eve") { name } }');
  expect(answer.data).toEqual({ rename: null });
  expect(told(answer)).toEqual([{ path: ['rename'], code: 'UNAUTHENTICATED' }]);
  expect(world.sent).toEqual([]);
});

it('without a caller nothing is served that demands one', async () => {
  const executor = await start(graph());
  const answer = await ask(executor, '{ me { name salary } }');
  expect(answer.data).toEqual({ me: { name: 'Ada', salary: null } });
  expect(told(answer)).toEqual([{ path: ['me', 'salary'], code: 'UNAUTHENTICATED' }]);
});

it('subscriptions lose fields like queries, and none is opened for a refused one', async () => {
  const world = graph();
  const executor = await start(world, { caller });
  const stream = await events(executor, 'subscription { moved { name salary } }', {
    context: { caller: ADA },
  });
  const next = stream.next();
  const [source] = world.sources.get('people') ?? [];
  source?.push({ data: { moved: { name: 'Ada', salary: 7 } } });
  const { value } = await next;
  expect(value.data).toEqual({ moved: { name: 'Ada', salary: null } });
  expect(told(value)).toEqual([{ path: ['moved', 'salary'], code: 'FORBIDDEN' }]);
  await stream.return?.();
  await expect(events(executor, 'subscription { renamed { name } }')).rejects.toThrow(/Sign in/);
  expect(world.sources.get('people')).toHaveLength(1);
});
