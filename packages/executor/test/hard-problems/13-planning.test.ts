import { parse } from 'graphql';
import { createExecutor, PlanningError } from '../../src/index.js';
import type { LoadPlanner } from '../../src/index.js';
import { held } from '../support/faults.js';
import { Graph } from '../support/graph.js';
import { ask, plannerHere, start } from '../support/ours.js';
import { shop } from '../support/shop.js';

/** A planner that notes what it plans, and that a test can break. */
function counted() {
  const planned: string[] = [];
  const state = { broken: undefined as Error | undefined };
  const planner: LoadPlanner = async (sdl) => {
    const loaded = await plannerHere(sdl);
    return {
      ...loaded,
      planner: {
        async plan(request) {
          planned.push(request.operation);
          await Promise.resolve();
          if (state.broken) throw state.broken;
          return loaded.planner.plan(request);
        },
        rest: () => loaded.planner.rest(),
        stop: () => loaded.planner.stop(),
      },
    };
  };
  return { planner, planned, state };
}

test('an operation is planned once, also when many ask for it before that is done', async () => {
  const { planner, planned } = counted();
  const executor = await start(shop(), { planner });
  const query = '{ me { name reviews { body } } }';
  await Promise.all([ask(executor, query), ask(executor, query), ask(executor, query)]);
  await ask(executor, query);
  // The same operation written otherwise.
  await ask(executor, '{\n  me {\n name, reviews { body } # of hers\n } }');
  expect(planned).toHaveLength(1);
});

test('values of variables make no other plan; an operation by its name does', async () => {
  const { planner, planned } = counted();
  const executor = await start(shop(), { planner });
  const query = 'query A($id: ID!) { product(id: $id) { name } } query B { me { name } }';
  for (const id of ['p1', 'p2']) {
    const answer = await ask(executor, query, { operationName: 'A', variables: { id } });
    expect(answer.data.product.name).toBe(id === 'p1' ? 'Lamp' : 'Desk');
  }
  expect((await ask(executor, query, { operationName: 'B' })).data).toEqual({
    me: { name: 'Ada' },
  });
  expect(planned).toHaveLength(2);
});

test('what is kept is bounded in bytes, and what was used last is kept', async () => {
  const { planner, planned } = counted();
  const cacheBytes = 60_000;
  const executor = await start(shop(), { planner, cacheBytes });
  const often = '{ me { name } }';
  for (let index = 0; index < 60; index += 1) {
    await ask(executor, `{ me { n${index}: name reviews { b${index}: body product { name } } } }`);
    await ask(executor, often);
    expect(executor.cachedBytes).toBeLessThanOrEqual(cacheBytes);
  }
  expect(planned.filter((operation) => !operation.includes('reviews'))).toHaveLength(1);
  expect(executor.operations().length).toBeLessThan(60);
});

test('an operation that is larger than the whole cache is answered all the same', async () => {
  const executor = await start(shop(), { cacheBytes: 100 });
  const query = '{ me { name reviews { product { name price } } } }';
  expect((await ask(executor, query)).errors).toBeUndefined();
  expect((await ask(executor, query)).data.me.name).toBe('Ada');
  expect(executor.cachedBytes).toBeLessThanOrEqual(100);
});

test('an operation that cannot be planned is an error of the client, and is tried again', async () => {
  const { planner, state } = counted();
  const executor = await start(shop(), { planner });
  state.broken = new PlanningError('BAD_USER_INPUT', 'too much at once');
  const answer = await ask(executor, '{ me { name } }');
  expect(answer.data ?? null).toBeNull();
  expect(answer.errors?.map(({ message }) => message)).toEqual(['too much at once']);
  state.broken = undefined;
  expect(await ask(executor, '{ me { name } }')).toEqual({ data: { me: { name: 'Ada' } } });
});

test('an operation in flight finishes after the executor has stopped', async () => {
  const graph = shop();
  const { fault, asked, release } = held();
  graph.faults.set('reviews', fault);
  const executor = await start(graph);
  const answering = ask(executor, '{ me { name reviews { body product { name } } } }');
  await asked;
  await executor.stop();
  release(undefined);
  expect((await answering).data.me).toEqual({
    name: 'Ada',
    reviews: [
      { body: 'bright', product: { name: 'Lamp' } },
      { body: 'flat', product: { name: 'Desk' } },
    ],
  });
});

test('the next executor is warm before it takes over', async () => {
  const first = await start(shop());
  await ask(first, '{ me { name } }');
  await ask(first, 'query ($id: ID!) { product(id: $id) { name } }', { variables: { id: 'p1' } });
  const { planner, planned } = counted();
  const second = await start(shop(), { planner });
  await second.warm([
    ...first.operations(),
    { document: '{ goneFromTheSchema }', caller: undefined, overrides: [] },
  ]);
  expect(planned).toHaveLength(2);
  await ask(second, 'query ($id: ID!) { product(id: $id) { name } }', { variables: { id: 'p2' } });
  expect(planned).toHaveLength(2);
});

test('one operation that the next executor cannot plan keeps it from nothing', async () => {
  const { planner, state } = counted();
  const next = await start(shop(), { planner });
  state.broken = new PlanningError('BAD_USER_INPUT', 'too much at once');
  await next.warm([{ document: '{ me { name } }', caller: undefined, overrides: [] }]);
  state.broken = undefined;
  expect((await ask(next, '{ me { name } }')).data).toEqual({ me: { name: 'Ada' } });
  state.broken = new Error('the thread is lost');
  const other = { document: '{ me { id } }', caller: undefined, overrides: [] };
  await expect(next.warm([other])).rejects.toThrow('the thread is lost');
});

/** Every subgraph has everything, so that there are very many ways. */
function maze(): Graph {
  const names = ['a', 'b', 'c', 'd', 'e', 'f'];
  const fields = Array.from({ length: 10 }, (_, index) => `f${index}: T @shareable`).join(' ');
  const typeDefs = (name: string) => `
    type Query { start: T @shareable }
    type T @key(fields: "id") { id: ID! ${fields} own_${name}: Int }
  `;
  return Graph.of(Object.fromEntries(names.map((name) => [name, { typeDefs: typeDefs(name) }])));
}

function deep(levels: number): string {
  const leaf = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => `own_${name}`).join(' ');
  const below = (level: number): string =>
    level === 0
      ? leaf
      : `${leaf} f${level}: f${level} { ${below(level - 1)} } g: f0 { ${below(level - 1)} }`;
  return `{ start { ${below(levels)} } }`;
}

/** In each `next` any of the types may stand, and each of them is known in another way. */
function growing(): Graph {
  const types = ['A', 'B', 'C', 'D', 'E'];
  const known = types.map((name) => `type ${name} implements Any @key(fields: "id") { id: ID! }`);
  const own = types.map((name) => `type ${name} @key(fields: "id") { id: ID! of_${name}: Int }`);
  return Graph.of({
    types: {
      typeDefs: `type Query { any: Any } interface Any @key(fields: "id") { id: ID! } ${known.join(' ')}`,
    },
    links: {
      typeDefs: 'type Any @interfaceObject @key(fields: "id") { id: ID! next: Any other: Any }',
    },
    more: { typeDefs: own.join('\n') },
  });
}

test('an operation that takes more than there is to plan is refused, and the next one is planned', async () => {
  const graph = growing();
  graph.faults.set('types', () => ({ data: { any: null } }));
  const executor = await createExecutor<unknown>({
    supergraphSdl: graph.supergraphSdl,
    subgraph: graph.subgraph,
  });
  try {
    const below = (level: number): string =>
      level === 0
        ? 'id'
        : ['A', 'B', 'C', 'D', 'E']
            .map(
              (name) => `... on ${name} { of_${name} next { ${below(level - 1)} } other { id } }`,
            )
            .join(' ');
    const large = executor.execute({ document: parse(`{ any { ${below(4)} } }`) }, {});
    const small = executor.execute({ document: parse('{ any { id } }') }, {});
    const refused = await large;
    if (refused.errors) expect(refused.errors[0]?.extensions['code']).toBe('BAD_USER_INPUT');
    else expect(refused.data).toEqual({ any: null });
    expect(await small).toEqual({ data: { any: null } });
  } finally {
    await executor.stop();
  }
});

test('where there are very many ways, one is found in a bounded time, and the loop is free meanwhile', async () => {
  const graph = maze();
  // The planner in its own thread, as it is in production.
  const executor = await createExecutor<unknown>({
    supergraphSdl: graph.supergraphSdl,
    subgraph: graph.subgraph,
  });
  try {
    let longest = 0;
    let last = performance.now();
    const pulse = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 5);
    const began = performance.now();
    for (const name of Object.keys({ a: 1, b: 1, c: 1, d: 1, e: 1, f: 1 })) {
      graph.faults.set(name, () => ({ data: { start: null } }));
    }
    const result = await executor.execute({ document: parse(deep(5)) }, {});
    clearInterval(pulse);
    // An answer, or a refusal that says what to do; never a hang.
    if (result.errors) expect(result.errors[0]?.message).toMatch(/plan/);
    else expect(result.data).toEqual({ start: null });
    expect(performance.now() - began).toBeLessThan(30_000);
    expect(longest).toBeLessThan(1_000);
  } finally {
    await executor.stop();
  }
});
